package app.quen.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.access.WithoutSight;
import app.quen.customer.CustomersInSight;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** That nobody comes to the records by another way than what the acting member sees. */
final class SightConditions {

  private static final String TABLES =
      "customer(_\\w+)?|sales_order|order_line|order_payment|interaction|feedback|task|consent"
          + "|attachment|record_history|change_before|run_note|import_rejected_row";

  /** SQL that names such a table, or a table that only shows when it runs. */
  private static final Pattern READS =
      Pattern.compile(
          "\\b(FROM|JOIN|INTO|(?<!KEY )(?<!FOR )UPDATE)\\s+((" + TABLES + ")\\b|\u0001|%|$)");

  private static final List<Class<?>> ASKED =
      List.of(Policy.class, Sight.class, CustomersInSight.class);

  private SightConditions() {}

  static final ArchRule RECORDS_ARE_READ_THROUGH_THE_POLICY =
      classes()
          .that()
          .resideInAPackage("app.quen..")
          .should(askForTheSightOrSayWhyNot())
          .because(
              "what hides on the main screen leaks on a side surface that reads the table itself:"
                  + " so each class whose SQL names a table of records asks Policy for the Sight,"
                  + " or says with @WithoutSight why nobody is shown what it reads");

  private static ArchCondition<JavaClass> askForTheSightOrSayWhyNot() {
    return new ArchCondition<>("ask Policy for the Sight, or say why not") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<String> sql = sqlOf(type);
        if (sql.isEmpty()) {
          return;
        }
        JavaClass outer = outermost(type);
        boolean fine = asks(type) || asks(outer) || outer.isAnnotatedWith(WithoutSight.class);
        events.add(
            new SimpleConditionEvent(
                type, fine, type.getName() + " reads without asking for the Sight: " + sql));
      }
    };
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  private static boolean asks(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(
            dependency ->
                ASKED.stream()
                    .anyMatch(asked -> dependency.getTargetClass().isEquivalentTo(asked)));
  }

  /** The texts of the class file: also those that a concatenation is made of. */
  private static Set<String> sqlOf(JavaClass type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = SightConditions.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("cannot look into " + file);
      }
      return texts(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The constant pool, as the Java Virtual Machine Specification has it in 4.4. */
  private static Set<String> texts(DataInputStream in) throws IOException {
    Set<String> sql = new TreeSet<>();
    in.skipNBytes(8);
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> {
          String text = in.readUTF();
          if (READS.matcher(text).find()) {
            sql.add(text);
          }
        }
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // these take two places
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("unknown constant " + tag);
      }
    }
    return sql;
  }
}

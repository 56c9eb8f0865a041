package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.text.Text;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rules in CEL over {@code record}. A rule is checked against the types of the fields when it is
 * saved, and evaluated without them: a field that is not there (any more) has no value. Its decimal
 * numbers are exact ({@link Decimals}).
 *
 * <p>The cost of a rule is bounded: its length, its depth, the steps of its loops together;
 * patterns are matched by RE2 in linear time; there is no recursion and no text grows in a loop.
 */
final class Expressions {

  static final int LONGEST = 1_000;
  private static final int MOST_STEPS = 1_000;
  private static final int DEEPEST = 32;
  private static final int REMEMBERED = 5_000;
  private static final String RECORD = "record";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .comprehensionMaxIterations(MOST_STEPS)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  /** By the zone: what day it is differs. */
  private static final Map<ZoneId, CelRuntime> RUNTIMES = new ConcurrentHashMap<>();

  private static final CelCompiler UNTYPED = compiler(SimpleType.DYN, null);

  private static final Map<Rule, CelRuntime.Program> PROGRAMS =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Rule, CelRuntime.Program> eldest) {
              return size() > REMEMBERED;
            }
          });

  private record Rule(String expression, ZoneId zone) {}

  private Expressions() {}

  /** What is wrong with an expression over records with these fields; null if nothing is. */
  static @Nullable Text mistake(String expression, Collection<Field> fields) {
    var types = new RecordTypes(fields);
    CelValidationResult checked = compiler(types.record, types).compile(expression);
    if (!checked.hasError()) {
      return null;
    }
    CelIssue first = checked.getErrors().getFirst();
    int column = first.getSourceLocation().getColumn() + 1;
    String message = first.getMessage().replaceAll(" [(]candidates: .*", "");
    Text hint = hint(message);
    return new Text(
        "Biểu thức sai ở ký tự thứ %d: %s. %s".formatted(column, message, hint.vi()),
        "The expression is wrong at character %d: %s. %s".formatted(column, message, hint.en()));
  }

  private static Text hint(String message) {
    if (message.contains("null)")) {
      return new Text(
          "Để hỏi trường có giá trị hay không, hãy viết has(record.…).",
          "To ask whether a field has a value, write has(record.…).");
    }
    if (message.startsWith("undeclared reference") || message.startsWith("undefined field")) {
      return new Text(
          "Viết trường của hồ sơ như record.stage hoặc record.workspace.ten_truong.",
          "Write a field of the record like record.stage or record.workspace.field_name.");
    }
    if (message.contains("(double, int)") || message.contains("(int, double)")) {
      return new Text(
          "Với số thập phân, hãy viết 2.0 thay cho 2.", "With decimal numbers write 2.0, not 2.");
    }
    if (message.contains("timestamp") || message.contains("Timestamp")) {
      return new Text(
          "Ngày được viết như date('2026-03-05'); hôm nay là today().",
          "A date is written like date('2026-03-05'); today is today().");
    }
    return new Text(
        "Ví dụ: record.stage == 'customer' && has(record.birthDate).",
        "For example: record.stage == 'customer' && has(record.birthDate).");
  }

  /** Whether an expression speaks of a field. */
  static boolean mentions(String expression, Field field) {
    String path = "record." + RecordValues.name(field.key());
    String spaced = path.replace(".", "\\s*\\.\\s*");
    return Pattern.compile("\\b" + spaced + "\\b").matcher(expression).find();
  }

  /**
   * @param values of the record: by name, nested where keys have a dot
   * @param zone where today is
   * @return null where the answer depends on a value that is not there
   */
  static @Nullable Boolean evaluate(String expression, Map<String, Object> values, ZoneId zone) {
    try {
      Object answer = program(new Rule(expression, zone)).eval(Map.of(RECORD, values));
      return answer instanceof Boolean bool ? bool : null;
    } catch (CelEvaluationException e) {
      return null;
    }
  }

  private static CelRuntime.Program program(Rule rule) throws CelEvaluationException {
    CelRuntime.Program known = PROGRAMS.get(rule);
    if (known == null) {
      try {
        CelAbstractSyntaxTree exact = Decimals.exact(UNTYPED.parse(rule.expression()).getAst());
        CelAbstractSyntaxTree tree = UNTYPED.check(exact).getAst();
        known = RUNTIMES.computeIfAbsent(rule.zone(), Expressions::runtime).createProgram(tree);
      } catch (CelValidationException e) {
        throw new IllegalStateException("a rule was saved that is none: " + rule.expression(), e);
      }
      PROGRAMS.put(rule, known);
    }
    return known;
  }

  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static CelRuntime runtime(ZoneId zone) {
    return CelRuntimeFactory.standardCelRuntimeBuilder()
        .setOptions(OPTIONS)
        .addFunctionBindings(Decimals.BINDINGS)
        .addFunctionBindings(
            CelFunctionBinding.from("date_string", String.class, Expressions::date),
            CelFunctionBinding.from(
                "today_none", List.<Class<?>>of(), ignored -> startOf(LocalDate.now(zone))),
            CelFunctionBinding.from(
                "days_between",
                Instant.class,
                Instant.class,
                (from, to) -> Duration.between(from, to).toDays()))
        .build();
  }

  private static Instant date(String written) throws CelEvaluationException {
    try {
      return startOf(LocalDate.parse(written));
    } catch (DateTimeParseException e) {
      throw new CelEvaluationException("no date: " + written, e);
    }
  }

  private static CelCompiler compiler(CelType record, @Nullable CelTypeProvider types) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(RECORD, record)
            .addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(
                    "date",
                    CelOverloadDecl.newGlobalOverload(
                        "date_string", SimpleType.TIMESTAMP, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(
                    "today", CelOverloadDecl.newGlobalOverload("today_none", SimpleType.TIMESTAMP)),
                CelFunctionDecl.newFunctionDeclaration(
                    "days",
                    CelOverloadDecl.newGlobalOverload(
                        "days_between",
                        SimpleType.INT,
                        SimpleType.TIMESTAMP,
                        SimpleType.TIMESTAMP)))
            .setResultType(SimpleType.BOOL);
    if (types == null) {
      builder.addFunctionDeclarations(Decimals.DECLARATIONS);
    } else {
      builder.setTypeProvider(types);
    }
    return builder.build();
  }

  /** The fields as a structure; what has a dot in its key is a structure inside. */
  private static final class RecordTypes implements CelTypeProvider {

    private final List<CelType> all = new ArrayList<>();
    private final CelType record;

    RecordTypes(Collection<Field> fields) {
      Map<String, CelType> own = new HashMap<>();
      Map<String, Map<String, CelType>> nested = new HashMap<>();
      for (Field field : fields) {
        String name = RecordValues.name(field.key());
        int dot = name.indexOf('.');
        CelType type = RecordValues.type(field);
        if (dot < 0) {
          own.put(name, type);
        } else {
          nested
              .computeIfAbsent(name.substring(0, dot), k -> new HashMap<>())
              .put(name.substring(dot + 1), type);
        }
      }
      nested.forEach((name, inside) -> own.put(name, structure("quen." + name, inside)));
      record = structure("quen.record", own);
    }

    private CelType structure(String name, Map<String, CelType> members) {
      StructType type =
          StructType.create(
              name,
              ImmutableSet.copyOf(members.keySet()),
              member -> Optional.ofNullable(members.get(member)));
      all.add(type);
      return type;
    }

    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.copyOf(all);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return all.stream().filter(type -> type.name().equals(name)).findFirst();
    }
  }
}

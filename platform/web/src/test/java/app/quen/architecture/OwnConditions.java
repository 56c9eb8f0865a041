package app.quen.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import app.quen.access.Permitted;
import app.quen.access.Unrestricted;
import app.quen.web.credential.AnyAccount;
import app.quen.web.ops.OperatorsOnly;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** What every class, package or method must say of itself. */
final class OwnConditions {

  private static final Pattern POOR_NAME =
      Pattern.compile(".*(Impl|Manager|Helper|Utils?|Dto|DTO|DAO)|I[A-Z][a-z].*");

  private OwnConditions() {}

  static final ArchRule INTERNAL_STAYS_INSIDE =
      classes()
          .that()
          .resideInAPackage("app.quen..")
          .should(notReachIntoTheInternalsOfOthers())
          .because("a component's package is its only face; what is internal may change any day");

  static final ArchRule EVERY_USE_CASE_SAYS_WHO_MAY_CALL_IT =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(useCases())
          .should(beAnnotatedWithOneOf(List.of(Permitted.class, Unrestricted.class)))
          .because("whoever calls it, a job, a plugin or the API, meets the same check");

  static final ArchRule EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT =
      methods()
          .that(answerHttp())
          .should(
              beAnnotatedWithOneOf(
                  List.of(
                      Permitted.class, Unrestricted.class, AnyAccount.class, OperatorsOnly.class)))
          .because("what says nothing is refused to everybody, and that would show too late");

  static final ArchRule EVERY_PACKAGE_SAYS_WHAT_IT_IS =
      classes()
          .that()
          .resideInAPackage("app.quen..")
          .should(resideInANullMarkedPackage())
          .because("a package-info says why the package exists and that null is the exception");

  static final ArchRule NAMES_SAY_SOMETHING =
      classes()
          .that()
          .resideInAPackage("app.quen..")
          .should(haveASpeakingName())
          .because("a name such as Manager or util says nothing, and such classes grow");

  private static DescribedPredicate<JavaClass> useCases() {
    return DescribedPredicate.describe(
        "are use cases of the core",
        type ->
            type.isAnnotatedWith(ApplicationScoped.class)
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().startsWith("app.quen.web")
                && !type.getPackageName().contains(".internal")
                && !type.getPackageName().equals("app.quen.pluginhost") // serves the core only
                && !isOf(type, Rules.TENANTS));
  }

  private static boolean isOf(JavaClass type, String[] packages) {
    for (String name : packages) {
      var root = name.substring(0, name.length() - 2);
      if (type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".")) {
        return true;
      }
    }
    return false;
  }

  private static DescribedPredicate<JavaMethod> answerHttp() {
    return DescribedPredicate.describe(
        "answer HTTP", method -> method.isMetaAnnotatedWith(HttpMethod.class));
  }

  private static ArchCondition<JavaMethod> beAnnotatedWithOneOf(
      List<Class<? extends java.lang.annotation.Annotation>> annotations) {
    var names = annotations.stream().map(it -> "@" + it.getSimpleName()).toList();
    return new ArchCondition<>("be annotated with one of " + names) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var says = annotations.stream().anyMatch(method::isAnnotatedWith);
        events.add(
            new SimpleConditionEvent(method, says, method.getFullName() + " has none of " + names));
      }
    };
  }

  private static ArchCondition<JavaClass> notReachIntoTheInternalsOfOthers() {
    return new ArchCondition<>("not reach into the internals of another component") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf()
            .forEach(
                dependency -> {
                  var target = dependency.getTargetClass().getPackageName();
                  int at = target.indexOf(".internal");
                  if (!target.startsWith("app.quen.") || at < 0) {
                    return;
                  }
                  var owner = target.substring(0, at);
                  var own =
                      type.getPackageName().equals(owner)
                          || type.getPackageName().startsWith(owner + ".");
                  events.add(new SimpleConditionEvent(type, own, dependency.getDescription()));
                });
      }
    };
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package whose package-info is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var marked =
            type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getPackageName() + " has no @NullMarked package-info.java"));
      }
    };
  }

  private static ArchCondition<JavaClass> haveASpeakingName() {
    return new ArchCondition<>("have a name that says something") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var poor =
            POOR_NAME.matcher(type.getSimpleName()).matches() && !continuesAForeignName(type)
                || type.getPackageName().matches(".*\\.(util|utils|common|helper)(\\..*)?");
        events.add(new SimpleConditionEvent(type, !poor, "poor name: " + type.getName()));
      }
    };
  }

  /** A kind of PluginManager may be called so: the library named it. */
  private static boolean continuesAForeignName(JavaClass type) {
    return type.getAllRawSuperclasses().stream()
        .filter(parent -> !parent.getPackageName().startsWith("app.quen"))
        .anyMatch(parent -> parent.getSimpleName().endsWith("Manager"));
  }
}

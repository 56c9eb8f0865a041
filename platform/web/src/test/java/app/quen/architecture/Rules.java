package app.quen.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;

/** Who may know whom. */
final class Rules {

  /** The rooms of the tenants module. */
  static final String[] TENANTS = {
    "app.quen.account..",
    "app.quen.cell..",
    "app.quen.control..",
    "app.quen.database..",
    "app.quen.digest..",
    "app.quen.identity..",
    "app.quen.job..",
    "app.quen.key..",
    "app.quen.limit..",
    "app.quen.mail..",
    "app.quen.operating..",
    "app.quen.outbound..",
    "app.quen.provisioning..",
    "app.quen.publiclink..",
    "app.quen.seal..",
    "app.quen.start..",
    "app.quen.tenant..",
    "app.quen.whence.."
  };

  private Rules() {}

  static final ArchRule THE_CONTRACT_IS_A_LEAF =
      classes()
          .that()
          .resideInAPackage("app.quen.plugin..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..", "app.quen.plugin..", "org.pf4j..", "org.jspecify..", "org.slf4j.."))
          .because("a vendor compiles against the contract alone, and it must not drag us along");

  static final ArchRule TENANTS_KNOW_NO_BUSINESS =
      noClasses()
          .that()
          .resideInAnyPackage(TENANTS)
          .should()
          .dependOnClassesThat(resideInAPackage("app.quen..").and(not(resideInAnyPackage(TENANTS))))
          .because("tenancy is proven once, for whatever is built on it")
          .allowEmptyShould(true);

  static final ArchRule ONLY_WEB_KNOWS_HTTP =
      noClasses()
          .that(resideInAPackage("app.quen..").and(not(resideInAPackage("app.quen.web.."))))
          .should()
          .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet.."))
          .because("jobs, workflows and plugins call use cases too");

  static final ArchRule NOBODY_KNOWS_WEB =
      noClasses()
          .that(resideInAPackage("app.quen..").and(not(resideInAPackage("app.quen.web.."))))
          .should()
          .dependOnClassesThat(resideInAPackage("app.quen.web.."))
          .because("dependencies go one way: web to core to tenants");

  static final ArchRule COMPONENTS_FORM_NO_CYCLE =
      slices()
          .matching("app.quen.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a component is understood, tested and moved without the ones that use it");

  static final ArchRule ONLY_PLUGINHOST_LOADS_PLUGINS =
      noClasses()
          .that(not(resideInAnyPackage("app.quen.pluginhost..", "app.quen.plugin..")))
          .should()
          .dependOnClassesThat(resideInAPackage("org.pf4j.."))
          .because("a plugin's classes and loaders must not leak into the platform");

  static final ArchRule ONLY_TENANTS_HOLD_CONNECTIONS =
      noClasses()
          .that(not(resideInAnyPackage(TENANTS)))
          .should()
          .dependOnClassesThat(
              describe(
                  "hold a connection or a thread's state",
                  type ->
                      type.getPackageName().startsWith("com.zaxxer.hikari")
                          || type.isAssignableTo(java.sql.Connection.class)
                          || type.isAssignableTo(javax.sql.DataSource.class)
                          || type.isAssignableTo(java.sql.DriverManager.class)
                          || type.isAssignableTo(ThreadLocal.class)
                          || type.isAssignableTo(jakarta.persistence.EntityManagerFactory.class)))
          .because("who holds the connection can switch its role, and so the tenant");

  static final ArchRule NOBODY_UNWRAPS_THE_CONNECTION =
      noClasses()
          .that(not(resideInAnyPackage(TENANTS)))
          .should()
          .callMethodWhere(
              describe(
                  "give out the connection",
                  call ->
                      (call.getTarget().getOwner().isAssignableTo("org.jdbi.v3.core.Handle")
                              && call.getTarget().getName().equals("getConnection"))
                          || (call.getTarget()
                                  .getOwner()
                                  .isAssignableTo("jakarta.persistence.EntityManager")
                              && call.getTarget()
                                  .getName()
                                  .matches("unwrap|runWithConnection|callWithConnection"))))
          .because("who holds the connection can switch its role, and so the tenant");

  static final ArchRule WEB_HOLDS_NO_DATA =
      noClasses()
          .that()
          .resideInAPackage("app.quen.web..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("jakarta.persistence..", "org.jdbi..", "org.eclipse.persistence..")
                  .or(entity()))
          .because("web maps use cases to JSON; rows and rules stay where they are guarded");

  static final ArchRule NOBODY_FIRES_EVENTS =
      noClasses()
          .that()
          .resideInAPackage("app.quen..")
          .and()
          .resideOutsideOfPackage("app.quen.web.start..") // tells that the application is up
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.enterprise.event.Event")
          .because("an observer is a hidden jump; facts go through the outbox");

  static final ArchRule NO_JAVAX =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "javax.servlet..",
                  "javax.persistence..",
                  "javax.ws..",
                  "javax.inject..",
                  "javax.enterprise..",
                  "javax.transaction..",
                  "javax.validation..",
                  "javax.json..",
                  "javax.annotation.."))
          .because("this server speaks Jakarta only; a javax annotation is silently ignored");

  static final ArchRule JSON_RECORDS_LIVE_IN_WEB =
      classes()
          .that()
          .resideInAPackage("app.quen..")
          .and()
          .haveSimpleNameEndingWith("Json")
          .and()
          .areRecords()
          .should()
          .resideInAPackage("app.quen.web..")
          .because("the shape of the API is no business of the core");

  private static DescribedPredicate<JavaClass> entity() {
    return describe(
        "are entities",
        type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class));
  }
}

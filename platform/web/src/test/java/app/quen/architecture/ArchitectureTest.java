package app.quen.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Plain tests on purpose: some Surefire releases pass over ArchUnit's fields and report success.
 */
class ArchitectureTest {

  private static final JavaClasses QUEN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("app.quen");

  @Test
  void allRoomsAreLookedAt() {
    assertThat(QUEN)
        .extracting(type -> type.getName())
        .contains(
            "app.quen.web.ApiApplication",
            "app.quen.customer.RegisterCustomer",
            "app.quen.tenant.Tenants",
            "app.quen.plugin.CustomerCheck");
  }

  @Test
  void theContractIsALeaf() {
    Rules.THE_CONTRACT_IS_A_LEAF.check(QUEN);
  }

  @Test
  void tenantsKnowNoBusiness() {
    Rules.TENANTS_KNOW_NO_BUSINESS.check(QUEN);
  }

  @Test
  void onlyWebKnowsHttp() {
    Rules.ONLY_WEB_KNOWS_HTTP.check(QUEN);
  }

  @Test
  void nobodyKnowsWeb() {
    Rules.NOBODY_KNOWS_WEB.check(QUEN);
  }

  @Test
  void componentsFormNoCycle() {
    Rules.COMPONENTS_FORM_NO_CYCLE.check(QUEN);
  }

  @Test
  void onlyThePluginHostLoadsPlugins() {
    Rules.ONLY_PLUGINHOST_LOADS_PLUGINS.check(QUEN);
  }

  @Test
  void onlyTenantsHoldConnections() {
    Rules.ONLY_TENANTS_HOLD_CONNECTIONS.check(QUEN);
  }

  @Test
  void nobodyUnwrapsTheConnection() {
    Rules.NOBODY_UNWRAPS_THE_CONNECTION.check(QUEN);
  }

  @Test
  void webHoldsNoData() {
    Rules.WEB_HOLDS_NO_DATA.check(QUEN);
  }

  @Test
  void nobodyFiresEvents() {
    Rules.NOBODY_FIRES_EVENTS.check(QUEN);
  }

  @Test
  void javaxIsGone() {
    Rules.NO_JAVAX.check(QUEN);
  }

  @Test
  void jsonRecordsLiveInWeb() {
    Rules.JSON_RECORDS_LIVE_IN_WEB.check(QUEN);
  }

  @Test
  void internalStaysInside() {
    OwnConditions.INTERNAL_STAYS_INSIDE.check(QUEN);
  }

  @Test
  void everyUseCaseSaysWhoMayCallIt() {
    OwnConditions.EVERY_USE_CASE_SAYS_WHO_MAY_CALL_IT.check(QUEN);
  }

  @Test
  void everyResourceMethodSaysWhoMayCallIt() {
    OwnConditions.EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT.check(QUEN);
  }

  @Test
  void everyPackageSaysWhatItIs() {
    OwnConditions.EVERY_PACKAGE_SAYS_WHAT_IT_IS.check(QUEN);
  }

  @Test
  void recordsAreReadThroughThePolicy() {
    SightConditions.RECORDS_ARE_READ_THROUGH_THE_POLICY.check(QUEN);
  }

  @Test
  void namesSaySomething() {
    OwnConditions.NAMES_SAY_SOMETHING.check(QUEN);
  }

  @Test
  void everyWayOutIsInAMatrix() {
    assertThat(implementing("app.quen.fact.FactListener"))
        .as("who is told of facts: WaysOutTest tries what of them leaves")
        .containsExactlyInAnyOrder(
            // into histories, which are in the matrix of the API
            "app.quen.history.internal.HistoryListener",
            "app.quen.record.internal.RecordHistory",
            // shows nobody anything
            "app.quen.alert.internal.EndingSessions",
            "app.quen.alert.internal.AlertMail",
            "app.quen.installation.internal.PluginFactListener");
    assertThat(implementing("org.pf4j.ExtensionPoint"))
        .as("what a plugin may be: WaysOutTest tries what each is shown")
        .containsExactlyInAnyOrder("app.quen.plugin.CustomerCheck", "app.quen.plugin.FactListener");
    assertThat(dependingOn("app.quen.mail.Letter"))
        .as("who writes letters: WaysOutTest tries what is in each")
        .containsExactlyInAnyOrder(
            "app.quen.alert.internal.AlertMail",
            // invitations and proofs of addresses: of accounts, which hold nothing of records
            "app.quen.account.internal.Post",
            "app.quen.mail.Letter",
            "app.quen.mail.Mailer",
            "app.quen.mail.internal.SmtpMailer");
    assertThat(
            Stream.of(
                    "java.net.http.HttpClient",
                    "java.net.URLConnection",
                    "java.net.HttpURLConnection",
                    "com.nimbusds.oauth2.sdk.http.HTTPRequest")
                .flatMap(type -> dependingOn(type).stream())
                .distinct())
        .as("who calls others by HTTP")
        // the provider by which a workspace's members sign in, who is told nothing of records
        .allMatch(name -> name.startsWith("app.quen.identity."));
  }

  private static List<String> implementing(String type) {
    return QUEN.stream()
        .filter(each -> each.isAssignableTo(type) && !each.getName().equals(type))
        .map(JavaClass::getName)
        .toList();
  }

  private static List<String> dependingOn(String type) {
    return QUEN.stream()
        .filter(
            each ->
                each.getName().equals(type)
                    || each.getDirectDependenciesFromSelf().stream()
                        .anyMatch(one -> one.getTargetClass().getName().equals(type)))
        .map(JavaClass::getName)
        .toList();
  }
}

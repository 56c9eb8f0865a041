package app.quen.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.customer.bad.CustomerManager;
import app.quen.customer.bad.CustomerRow;
import app.quen.customer.bad.PeepingAnywhere;
import app.quen.customer.bad.PeepingRows;
import app.quen.customer.bad.WrongJson;
import app.quen.customer.internal.bad.Secret;
import app.quen.field.bad.Hen;
import app.quen.history.bad.Curious;
import app.quen.plugin.bad.ContractThatKnowsJson;
import app.quen.tenant.bad.TenantThatCounts;
import app.quen.text.bad.Egg;
import app.quen.web.bad.OpenResource;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that never fails guards nothing: each is shown a class that breaks it. */
class RulesBiteTest {

  static Stream<Arguments> broken() {
    return Stream.of(
        broken(Rules.THE_CONTRACT_IS_A_LEAF, ContractThatKnowsJson.class),
        broken(Rules.TENANTS_KNOW_NO_BUSINESS, TenantThatCounts.class),
        broken(Rules.ONLY_WEB_KNOWS_HTTP, CustomerManager.class),
        broken(Rules.NOBODY_KNOWS_WEB, CustomerManager.class),
        broken(Rules.COMPONENTS_FORM_NO_CYCLE, Hen.class, Egg.class),
        broken(Rules.ONLY_PLUGINHOST_LOADS_PLUGINS, CustomerManager.class),
        broken(Rules.ONLY_TENANTS_HOLD_CONNECTIONS, CustomerManager.class),
        broken(Rules.NOBODY_UNWRAPS_THE_CONNECTION, CustomerManager.class),
        broken(Rules.WEB_HOLDS_NO_DATA, OpenResource.class, CustomerRow.class),
        broken(Rules.NOBODY_FIRES_EVENTS, CustomerManager.class),
        broken(Rules.JSON_RECORDS_LIVE_IN_WEB, WrongJson.class),
        broken(OwnConditions.INTERNAL_STAYS_INSIDE, Curious.class, Secret.class),
        broken(OwnConditions.EVERY_USE_CASE_SAYS_WHO_MAY_CALL_IT, CustomerManager.class),
        broken(OwnConditions.EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT, OpenResource.class),
        broken(OwnConditions.EVERY_PACKAGE_SAYS_WHAT_IT_IS, CustomerManager.class),
        broken(SightConditions.RECORDS_ARE_READ_THROUGH_THE_POLICY, PeepingRows.class),
        broken(SightConditions.RECORDS_ARE_READ_THROUGH_THE_POLICY, PeepingAnywhere.class),
        broken(OwnConditions.NAMES_SAY_SOMETHING, CustomerManager.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void aRuleFindsWhatBreaksIt(ArchRule rule, Class<?>[] samples) {
    var classes = new ClassFileImporter().importClasses(samples);

    assertThat(rule.evaluate(classes).hasViolation()).as(rule.getDescription()).isTrue();
  }

  private static Arguments broken(ArchRule rule, Class<?>... samples) {
    return Arguments.of(rule, samples);
  }
}

package app.quen.consent;

import static app.quen.consent.ConsentTestWorld.LAN;
import static app.quen.consent.ConsentTestWorld.as;
import static app.quen.consent.ConsentTestWorld.customer;
import static app.quen.consent.ConsentTestWorld.purpose;
import static app.quen.consent.ConsentTestWorld.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.access.Standings;
import app.quen.consent.Verdict.Reason;
import app.quen.customer.ArchiveCustomer;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.RestoreCustomer;
import app.quen.customer.Source;
import app.quen.customer.TrashCustomer;
import app.quen.database.Work;
import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import app.quen.field.Invalid;
import app.quen.field.Outdated;
import app.quen.field.Problem;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import app.quen.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class ConsentTest {

  static final World world = World.with(Told.class);

  @AfterAll
  static void close() {
    world.close();
  }

  /** Keeps the facts of consents that listeners are told. No bean but where a test adds it. */
  static class Told implements FactListener {

    static final List<Fact> FACTS = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
      return "told";
    }

    @Override
    public boolean wants(String factType) {
      return factType.startsWith("Consent");
    }

    @Override
    public boolean prompt() {
      return true;
    }

    @Override
    public void deliver(List<Fact> facts) {
      FACTS.addAll(facts);
    }
  }

  private static ConsentDraft said(Purpose purpose, String channel, String state) {
    return new ConsentDraft(
        purpose.id(),
        channel,
        state,
        null,
        null,
        null,
        state.equals("granted") ? purpose.current().text().vi() : null,
        "203.0.113.7",
        null);
  }

  private static Consent record(Tenant tenant, CustomerId customer, ConsentDraft draft) {
    return as(
        world, tenant, () -> world.bean(RecordConsent.class).record(customer, draft, Source.FORM));
  }

  private static Verdict check(Tenant tenant, CustomerId customer, Purpose purpose) {
    return as(
        world,
        tenant,
        () -> world.bean(CheckConsent.class).check(customer, purpose.id(), ConsentChannel.EMAIL));
  }

  @Test
  void whoHasSaidNothingHasNotAgreed() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose news = purpose(world, world.a(), "news", null);

    Verdict verdict = check(world.a(), hoa, news);

    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.reason()).isEqualTo(Reason.MISSING);
    assertThat(verdict.proof()).isNull();
  }

  @Test
  void aConsentIsKeptWithItsProofAndHoldsForItsChannelOnly() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose offers = purpose(world, world.a(), "offers", null);
    Instant paper = Instant.parse("2026-03-01T02:00:00Z");
    record(
        world.a(),
        hoa,
        new ConsentDraft(
            offers.id(),
            "email",
            "granted",
            null,
            paper,
            null,
            offers.current().text().vi(),
            "hoa@mail.example",
            "Phiếu giấy tại quầy"));

    Verdict verdict = check(world.a(), hoa, offers);

    assertThat(verdict.allowed()).isTrue();
    Consent proof = verdict.proof();
    assertThat(proof.at()).isEqualTo(paper);
    assertThat(proof.recordedAt()).isAfter(paper);
    assertThat(proof.textShown()).isEqualTo(text(1).vi());
    assertThat(proof.address()).isEqualTo("hoa@mail.example");
    assertThat(proof.source()).isEqualTo("Nhân viên nhập");
    assertThat(proof.actor()).isEqualTo(LAN);
    assertThat(proof.version()).isEqualTo(1);
    List<ConsentStatus> all =
        as(world, world.a(), () -> world.bean(ShowConsents.class).show(hoa)).stream()
            .filter(status -> status.purpose().id().equals(offers.id()))
            .toList();
    assertThat(all)
        .extracting(status -> status.channel().word() + " " + status.verdict().reason())
        .containsExactly("email GRANTED", "sms MISSING", "zns MISSING", "phone MISSING");
  }

  @Test
  void aWithdrawalHoldsEvenIfAnOlderConsentIsTypedInLater() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose tips = purpose(world, world.a(), "tips", null);
    record(world.a(), hoa, said(tips, "email", "withdrawn"));
    record(
        world.a(),
        hoa,
        new ConsentDraft(
            tips.id(),
            "email",
            "granted",
            1,
            Instant.now().minus(Duration.ofDays(90)),
            null,
            "Phiếu cũ",
            null,
            null));

    assertThat(check(world.a(), hoa, tips).reason()).isEqualTo(Reason.WITHDRAWN);
    var history =
        as(world, world.a(), () -> world.bean(ShowConsentHistory.class).show(hoa, 1, null));
    assertThat(history.items()).extracting(Consent::state).containsExactly(ConsentState.GRANTED);
    var rest =
        as(
            world,
            world.a(),
            () -> world.bean(ShowConsentHistory.class).show(hoa, 5, history.nextCursor()));
    assertThat(rest.items()).extracting(Consent::state).containsExactly(ConsentState.WITHDRAWN);
    assertThat(rest.nextCursor()).isNull();
  }

  @Test
  void aNewTextAsksAnewUnlessItSaysThatOldConsentsHold() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose care = purpose(world, world.a(), "care", null);
    record(world.a(), hoa, said(care, "email", "granted"));

    version(care, text(2), true);
    assertThat(check(world.a(), hoa, care).reason()).isEqualTo(Reason.GRANTED);
    Purpose third = version(care, text(3), false);
    assertThat(check(world.a(), hoa, care).reason()).isEqualTo(Reason.OUTDATED);
    // a form that still shows the old text does not renew the consent
    record(world.a(), hoa, said(care, "email", "granted"));
    assertThat(check(world.a(), hoa, care).reason()).isEqualTo(Reason.OUTDATED);
    record(world.a(), hoa, said(third, "email", "granted"));
    assertThat(check(world.a(), hoa, care).reason()).isEqualTo(Reason.GRANTED);
  }

  private static Purpose version(Purpose purpose, Text text, boolean keeps) {
    return as(
        world, world.a(), () -> world.bean(AddPurposeVersion.class).add(purpose.id(), text, keeps));
  }

  @Test
  void aConsentWithoutAProofIsRefusedAndANoNeedsNone() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose calls = purpose(world, world.a(), "calls", List.of("phone"));

    assertThat(
            problems(
                hoa,
                new ConsentDraft(
                    calls.id(), "phone", "granted", null, null, null, null, null, null)))
        .containsExactly("proof.textShown required");
    assertThat(
            problems(
                hoa,
                new ConsentDraft(
                    calls.id(), "phone", "granted", null, null, null, "lạ", null, null)))
        .containsExactly("version required");
    assertThat(
            problems(
                hoa,
                new ConsentDraft(calls.id(), "sms", "granted", 1, null, null, "lạ", null, null)))
        .containsExactly("channel unused");
    assertThat(
            problems(
                hoa,
                new ConsentDraft(
                    new PurposeId(UUID.randomUUID()),
                    "fax",
                    "ticked",
                    null,
                    Instant.now().plus(Duration.ofDays(1)),
                    null,
                    null,
                    null,
                    null)))
        .containsExactly(
            "state not-a-choice",
            "channel not-a-choice",
            "purposeId unknown",
            "proof.at in-future");
    assertThat(record(world.a(), hoa, said(calls, "phone", "refused")).state())
        .isEqualTo(ConsentState.REFUSED);
  }

  private static List<String> problems(CustomerId customer, ConsentDraft draft) {
    var invalid = catchThrowableOfType(Invalid.class, () -> record(world.a(), customer, draft));
    return invalid.problems().stream().map(p -> p.field() + " " + p.code()).toList();
  }

  @Test
  void nothingMayBeSentForAPurposeThatIsRetired() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose old = purpose(world, world.a(), "old", null);
    record(world.a(), hoa, said(old, "email", "granted"));

    Purpose retired = retire(old, false);
    assertThatThrownBy(() -> retire(old, true)).isInstanceOf(Outdated.class);
    assertThat(check(world.a(), hoa, old).reason()).isEqualTo(Reason.PURPOSE_RETIRED);
    assertThat(problems(hoa, said(old, "email", "granted"))).containsExactly("purposeId retired");
    record(world.a(), hoa, said(old, "email", "withdrawn"));
    retire(retired, true);
    assertThat(check(world.a(), hoa, old).reason()).isEqualTo(Reason.WITHDRAWN);
  }

  private static Purpose retire(Purpose purpose, boolean active) {
    return as(
        world,
        world.a(),
        () ->
            world
                .bean(RevisePurpose.class)
                .revise(
                    purpose.id(),
                    new PurposeDraft(null, null, null, active, null),
                    purpose.version()));
  }

  @Test
  void manyAreCheckedAtOnceAndEachHasAnAnswer() {
    Purpose gifts = purpose(world, world.a(), "gifts", null);
    List<CustomerId> customers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      customers.add(customer(world, world.a(), "Khách " + i));
    }
    record(world.a(), customers.get(1), said(gifts, "email", "granted"));
    record(world.a(), customers.get(2), said(gifts, "email", "refused"));
    customers.add(new CustomerId(UUID.randomUUID()));

    var verdicts =
        as(
            world,
            world.a(),
            () ->
                world.bean(CheckConsent.class).check(customers, gifts.id(), ConsentChannel.EMAIL));

    assertThat(verdicts.keySet()).containsExactlyElementsOf(customers);
    assertThat(verdicts.values())
        .extracting(Verdict::reason)
        .containsExactly(
            Reason.MISSING,
            Reason.GRANTED,
            Reason.REFUSED,
            Reason.MISSING,
            Reason.MISSING,
            Reason.MISSING);
  }

  @Test
  void whatACustomerSaysIsToldInItsOrder() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose gifts = purpose(world, world.a(), "told", null);
    for (String state : List.of("granted", "withdrawn", "granted", "refused")) {
      record(world.a(), hoa, said(gifts, "email", state));
    }

    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> told(hoa).size() == 4);

    assertThat(told(hoa))
        .extracting(Fact::type)
        .containsExactly("ConsentGranted", "ConsentWithdrawn", "ConsentGranted", "ConsentRefused");
    Fact second = told(hoa).get(1);
    assertThat(second.recordType()).isEqualTo("consent");
    assertThat(second.payload().getJsonArray("changes").getJsonObject(0).toString())
        .isEqualTo("{\"field\":\"told.email\",\"before\":\"granted\",\"after\":\"withdrawn\"}");
  }

  private static List<Fact> told(CustomerId customer) {
    return Told.FACTS.stream()
        .filter(fact -> fact.payload().getString("customerId").equals(customer.toString()))
        .toList();
  }

  @Test
  void theOtherWorkspaceHasNeitherThePurposeNorTheConsent() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose own = purpose(world, world.a(), "own", null);
    record(world.a(), hoa, said(own, "email", "granted"));

    assertThatThrownBy(() -> check(world.b(), hoa, own)).isInstanceOf(NoSuchCustomer.class);
    CustomerId theirs = customer(world, world.b(), "Ở nơi khác");
    assertThatThrownBy(() -> check(world.b(), theirs, own)).isInstanceOf(NoSuchPurpose.class);
    assertThatThrownBy(() -> record(world.b(), hoa, said(own, "email", "granted")))
        .isInstanceOf(NoSuchCustomer.class);
    assertThatThrownBy(() -> as(world, world.b(), () -> world.bean(ShowConsents.class).show(hoa)))
        .isInstanceOf(NoSuchCustomer.class);
    Purpose same = purpose(world, world.b(), "own", null);
    assertThat(check(world.b(), theirs, same).reason()).isEqualTo(Reason.MISSING);
  }

  @Test
  void aKeyBelongsToOnePurpose() {
    purpose(world, world.a(), "twice", null);
    var invalid =
        catchThrowableOfType(
            Invalid.class, () -> purpose(world, world.a(), "twice", List.of("fax")));
    assertThat(invalid.problems())
        .extracting(Problem::code)
        .containsExactly("not-a-choice", "taken");
  }

  @Test
  void anArchivedCustomerCanStillWithdraw() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose kept = purpose(world, world.a(), "kept", null);
    record(world.a(), hoa, said(kept, "email", "granted"));
    as(world, world.a(), () -> world.bean(ArchiveCustomer.class).archive(hoa, Source.FORM));

    record(world.a(), hoa, said(kept, "email", "withdrawn"));

    assertThat(check(world.a(), hoa, kept).reason()).isEqualTo(Reason.WITHDRAWN);
  }

  @Test
  void nobodyInTheTrashIsWrittenToUntilTheyAreBack() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    CustomerId tam = customer(world, world.a(), "Lê Văn Tám");
    CustomerId theirs = customer(world, world.b(), "Ở nơi khác");
    Purpose sent = purpose(world, world.a(), "sent", null);
    Purpose there = purpose(world, world.b(), "sent", null);
    record(world.a(), hoa, said(sent, "email", "granted"));
    record(world.a(), tam, said(sent, "email", "granted"));
    record(world.b(), theirs, said(there, "email", "granted"));
    as(world, world.a(), () -> world.bean(TrashCustomer.class).trash(hoa, Source.FORM));

    assertThat(check(world.a(), hoa, sent).reason()).isEqualTo(Reason.IN_TRASH);
    assertThat(check(world.a(), hoa, sent).allowed()).isFalse();
    assertThat(
            as(
                world,
                world.a(),
                () ->
                    world
                        .bean(CheckConsent.class)
                        .check(List.of(hoa, tam), sent.id(), ConsentChannel.EMAIL)))
        .extractingByKeys(hoa, tam)
        .extracting(Verdict::reason)
        .containsExactly(Reason.IN_TRASH, Reason.GRANTED);
    assertThat(
            as(world, world.a(), () -> world.bean(ShowConsents.class).show(hoa)).stream()
                .map(status -> status.verdict().allowed()))
        .doesNotContain(true);
    assertThat(check(world.b(), theirs, there).allowed()).isTrue();

    as(world, world.a(), () -> world.bean(RestoreCustomer.class).restore(hoa, Source.FORM));
    assertThat(check(world.a(), hoa, sent).allowed()).isTrue();
  }

  @Test
  void sellersRecordConsentsAndOnlyOwnersDefineThem() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose sold = purpose(world, world.a(), "sold", null);
    Actor seller = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Bảo");

    assertThat(world.bean(Standings.class).permissionsOf(world.a().id(), "sales"))
        .contains("consent:record");
    assertThatThrownBy(
            () ->
                as(
                    world,
                    world.a(),
                    seller,
                    "consent:read",
                    () ->
                        world
                            .bean(RecordConsent.class)
                            .record(hoa, said(sold, "email", "refused"), Source.FORM)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                as(
                    world,
                    world.a(),
                    seller,
                    "consent:record",
                    () -> world.bean(AddPurposeVersion.class).add(sold.id(), text(2), true)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void twoWhoRecordAtOnceBothGetTheirPlace() throws InterruptedException {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    Purpose both = purpose(world, world.a(), "both", null);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int j = 0; j < 5; j++) {
                      record(world.a(), hoa, said(both, "email", "granted"));
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    List<Integer> numbers =
        as(
            world,
            world.a(),
            () ->
                world
                    .bean(Work.class)
                    .transact(
                        () ->
                            world
                                .bean(Work.class)
                                .sql()
                                .createQuery(
                                    "SELECT seq FROM consent WHERE customer_id = ? ORDER BY seq")
                                .bind(0, hoa.value())
                                .mapTo(Integer.class)
                                .list()));
    assertThat(numbers).hasSize(20).first().isEqualTo(1);
    assertThat(numbers).last().isEqualTo(20);
  }
}

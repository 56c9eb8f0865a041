package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import app.quen.limit.TooManyAttempts;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.TestMembers;
import app.quen.testing.World;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Invitations where no mail is sent: the link is handed over. */
@ExtendWith(EmbeddedDatabase.class)
class InvitationTest {

  private static final String PASSWORD = "gió thổi qua cánh đồng";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static World world;
  private static UUID ownerOfA;
  private static UUID ownerOfB;

  @BeforeAll
  static void open() {
    world = World.open();
    ownerOfA = world.member(a(), "chu-a@invite.example", "Chị A", "owner").id();
    ownerOfB = world.member(b(), "chu-b@invite.example", "Chị B", "owner").id();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void nobodyIsAMemberBeforeTheyHaveComeThemselves() {
    var email = email();
    var invited = invite(a(), email, ownerOfA);

    assertThat(emails(a())).doesNotContain(email);
    assertThat(world.bean(ListInvitations.class).list(a()))
        .extracting(Invitation::email)
        .contains(email);
    assertThat(world.bean(ListInvitations.class).list(b()))
        .extracting(Invitation::email)
        .doesNotContain(email);

    var asked = world.bean(ReadInvitation.class).read(invited.token(), client());
    assertThat(asked.workspace()).isEqualTo(world.a().name());
    assertThat(asked.invitation().invitedBy()).isEqualTo("Chị A");
    var in = comeAnew(invited);

    assertThat(in.session().workspace().role()).isEqualTo("sales");
    assertThat(in.session().workspace().tenant()).isEqualTo(a());
    assertThat(emails(a())).contains(email);
    assertThat(emails(b())).doesNotContain(email);
    assertThat(world.bean(SignIn.class).signIn(email, PASSWORD, client()).session().account())
        .isEqualTo(in.session().account());
    assertThatThrownBy(() -> comeAnew(invited)).as("once").isInstanceOf(NotFound.class);
  }

  /** Somebody made an account for an address of somebody else, and waits to be added. */
  @Test
  void anAccountIsNotJoinedSilentlyToAnotherWorkspace() {
    var email = email();
    var squatter = world.member(b(), email, "Kẻ Mạo Danh", "owner");

    var invited = invite(a(), email, ownerOfA);

    assertThat(invited.toString()).doesNotContain("Kẻ Mạo Danh");
    assertThat(world.bean(ListWorkspaces.class).list(squatter.id())).hasSize(1);
    var in = world.bean(SignIn.class).signIn(email, TestMembers.PASSWORD, client());
    assertThat(in.session().workspace().tenant()).isEqualTo(b());
    var taken = catchThrowableOfType(Rejected.class, () -> comeAnew(invited));
    assertThat(taken.problems()).extracting(Problem::code).containsExactly("taken");
  }

  @Test
  void whoAsksSeesNoDifferenceBetweenAnAddressWithAndWithoutAnAccount() {
    var known = email();
    world.member(b(), known, "Lê Thị Bí Mật", "owner");

    var one = invite(a(), known, ownerOfA).invitation();
    var other = invite(a(), email(), ownerOfA).invitation();

    assertThat(one.toString()).doesNotContain("Bí Mật");
    assertThat(
            new Invitation(
                other.id(),
                other.email(),
                one.role(),
                one.mailed(),
                one.invitedBy(),
                other.createdAt(),
                other.expiresAt()))
        .isEqualTo(other);
  }

  @Test
  void whoHasAnAccountSignsInAndAccepts() {
    var email = email();
    world.member(b(), email, "Trần Minh", "owner");
    var invited = invite(a(), email, ownerOfA);
    var in = world.bean(SignIn.class).signIn(email, TestMembers.PASSWORD, client());
    var stranger =
        world
            .bean(SignIn.class)
            .signIn("chu-b@invite.example", TestMembers.PASSWORD, client())
            .session();
    var accept = world.bean(AcceptInvitation.class);

    var refused =
        catchThrowableOfType(
            Rejected.class, () -> accept.join(invited.token(), stranger, client()));
    assertThat(refused.problems()).extracting(Problem::code).containsExactly("other-account");
    var session = accept.join(invited.token(), in.session(), client());

    assertThat(session.workspace().tenant()).isEqualTo(a());
    assertThat(world.bean(ListWorkspaces.class).list(in.session().account().id())).hasSize(2);
    assertThatThrownBy(() -> accept.join(invited.token(), session, client()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aLinkThatWasTakenBackRenewedOrIsTooOldOpensNothing() {
    var first = invite(a(), email(), ownerOfA);
    var id = first.invitation().id();
    assertThatThrownBy(() -> world.bean(RenewInvitation.class).renew(b(), id, ownerOfB))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> world.bean(RevokeInvitation.class).revoke(b(), id))
        .isInstanceOf(NotFound.class);

    var second = world.bean(RenewInvitation.class).renew(a(), id, ownerOfA);
    assertThatThrownBy(() -> comeAnew(first)).isInstanceOf(NotFound.class);
    expire(id);
    var old = catchThrowableOfType(Rejected.class, () -> comeAnew(second));
    assertThat(old.problems()).extracting(Problem::code).containsExactly("expired");
    var third = world.bean(RenewInvitation.class).renew(a(), id, ownerOfA);
    world.bean(RevokeInvitation.class).revoke(a(), id);
    assertThatThrownBy(() -> comeAnew(third)).isInstanceOf(NotFound.class);
  }

  @Test
  void anAddressIsInvitedOnceInEachWorkspaceAndAMemberNotAtAll() {
    var email = email();
    var invited = invite(a(), email, ownerOfA);

    assertThatThrownBy(() -> invite(a(), email.toUpperCase(), ownerOfA))
        .isInstanceOf(Rejected.class);
    assertThat(invite(b(), email, ownerOfB).token()).isNotEqualTo(invited.token());
    expire(invited.invitation().id());
    var again = invite(a(), email, ownerOfA);
    comeAnew(again);
    assertThatThrownBy(() -> invite(a(), email, ownerOfA)).isInstanceOf(Rejected.class);
  }

  @Test
  void whoLeavesOrHasAnotherRoleHasLetNobodyInByAndBy() {
    var leaves = world.member(a(), email(), "Chị Đi", "owner").id();
    var demoted = world.member(a(), email(), "Chị Đổi", "owner").id();
    var one = invite(a(), email(), leaves);
    var other = invite(a(), email(), demoted);
    var stays = invite(a(), email(), ownerOfA);

    world.bean(RemoveMember.class).remove(a(), leaves);
    world.bean(ChangeRole.class).change(a(), demoted, "viewer");

    assertThatThrownBy(() -> comeAnew(one)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> comeAnew(other)).isInstanceOf(NotFound.class);
    assertThat(comeAnew(stays).session().workspace().tenant()).isEqualTo(a());
  }

  @Test
  void thePasswordFollowsTheRulesAndTheTokenIsStoredNowhere() {
    var invited = invite(a(), email(), ownerOfA);
    assertThatThrownBy(
            () ->
                world
                    .bean(AcceptInvitation.class)
                    .comeAnew(invited.token(), "Minh", "password", client()))
        .isInstanceOf(Rejected.class);
    assertThat(invited.toString()).doesNotContain(invited.token());
    int hashes =
        world
            .bean(ControlSchema.class)
            .call(
                sql ->
                    sql.createQuery("SELECT COUNT(*) FROM invitation WHERE token_hash = ?")
                        .bind(0, Secrets.hash(invited.token()))
                        .mapTo(Integer.class)
                        .one());
    assertThat(hashes).isEqualTo(1);
  }

  @Test
  void tokensAreNotGuessed() {
    var client = client();
    var read = world.bean(ReadInvitation.class);
    for (int i = 0; i < 60; i++) {
      assertThatThrownBy(() -> read.read(Secrets.token(), client)).isInstanceOf(NotFound.class);
    }
    assertThatThrownBy(() -> read.read(Secrets.token(), client))
        .isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void nobodyIsPesteredByInvitations() {
    var email = email();
    for (int i = 0; i < 5; i++) {
      var invited = invite(a(), email, ownerOfA);
      world.bean(RevokeInvitation.class).revoke(a(), invited.invitation().id());
    }
    assertThatThrownBy(() -> invite(b(), email, ownerOfB)).isInstanceOf(TooManyAttempts.class);
  }

  private static TenantId a() {
    return world.a().id();
  }

  private static TenantId b() {
    return world.b().id();
  }

  private static String email() {
    return "minh-" + UUID.randomUUID() + "@invite.example";
  }

  private static Client client() {
    return new Client("10.4.0." + NUMBER.incrementAndGet(), "Firefox");
  }

  private static Invited invite(TenantId tenant, String email, UUID by) {
    return world.bean(InviteMember.class).invite(tenant, email, "sales", by);
  }

  private static SignedIn comeAnew(Invited invited) {
    return world
        .bean(AcceptInvitation.class)
        .comeAnew(invited.token(), "Trần Minh", PASSWORD, client());
  }

  private static Iterable<String> emails(TenantId tenant) {
    return world.bean(ListMembers.class).list(tenant).stream().map(Member::email).toList();
  }

  private static void expire(UUID id) {
    world
        .bean(ControlSchema.class)
        .run(
            sql ->
                sql.createUpdate("UPDATE invitation SET expires_at = created_at WHERE id = :id")
                    .bind("id", id)
                    .execute());
  }
}

package app.quen.alert.internal;

import app.quen.account.ListMembers;
import app.quen.account.Member;
import app.quen.alert.AlertRule;
import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import app.quen.fact.RetryLater;
import app.quen.mail.Letter;
import app.quen.mail.MailRefused;
import app.quen.mail.Mailer;
import app.quen.setting.Settings;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the owners of a workspace that something stood out; what exactly they read in Quen,
 * since mail goes through many hands.
 */
@ApplicationScoped
class AlertMail implements FactListener {

  private static final Logger LOG = LoggerFactory.getLogger(AlertMail.class);
  private static final String OWNER = "owner";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  @Inject Mailer mailer;
  @Inject ListMembers listMembers;
  @Inject Tenants tenants;
  @Inject Settings settings;

  @Override
  public String name() {
    return "alert-mail";
  }

  @Override
  public boolean wants(String factType) {
    return factType.equals("SecurityEventRaised");
  }

  @Override
  public void deliver(List<Fact> facts) {
    if (!mailer.ready()) {
      LOG.debug("No mail server is set; security events are only shown");
      return;
    }
    for (Fact fact : facts) {
      if (!fact.payload().getBoolean("mails", true)) {
        continue;
      }
      try {
        owners().forEach(owner -> mailer.send(letter(owner, fact.payload())));
      } catch (MailRefused e) {
        throw new RetryLater(Duration.ofMinutes(1), String.valueOf(e.getMessage()));
      }
    }
  }

  private List<Member> owners() {
    return listMembers.list(tenants.current().id()).stream()
        .filter(member -> member.role().equals(OWNER))
        .toList();
  }

  private Letter letter(Member owner, JsonObject event) {
    String language = tenants.current().language();
    boolean vi = language.equals("vi");
    String workspace = tenants.current().name();
    String rule =
        AlertRule.find(event.getString("rule"))
            .map(found -> found.label().in(language))
            .orElse(event.getString("rule"));
    ZoneId zone = settings.current().timeZone();
    String at = TIME.format(Instant.parse(event.getString("at")).atZone(zone));
    boolean ended = event.getBoolean("endsSessions", false);
    String who = event.getString("subjectName");
    String text =
        vi
            ? """
            Chào %s,

            Quen thấy một việc khác thường ở %s:

            %s
            Người thực hiện: %s
            Lúc: %s
            %s
            Hãy mở Quen, mục “An ninh”, để xem chi tiết và đánh dấu đã xem.
            """
                .formatted(
                    owner.name(),
                    workspace,
                    rule,
                    who,
                    at,
                    ended ? "Quen đã đăng xuất người này khỏi doanh nghiệp.\n" : "")
            : """
            Hello %s,

            Something stood out in %s:

            %s
            Who: %s
            When: %s
            %s
            Open Quen, under “Security”, to see more and to say that you have looked into it.
            """
                .formatted(
                    owner.name(),
                    workspace,
                    rule,
                    who,
                    at,
                    ended ? "Quen has signed this person out of the workspace.\n" : "");
    return new Letter(owner.email(), "[Quen] " + rule + " · " + workspace, text);
  }
}

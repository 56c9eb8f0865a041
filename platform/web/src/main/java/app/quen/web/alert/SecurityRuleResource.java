package app.quen.web.alert;

import app.quen.access.Permitted;
import app.quen.alert.AlertRule;
import app.quen.alert.ReviseRule;
import app.quen.alert.ShowRules;
import app.quen.mail.Mailer;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/security-rules")
@ApplicationScoped
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public class SecurityRuleResource {

  @Inject private ShowRules showRules;
  @Inject private ReviseRule reviseRule;
  @Inject private Mailer mailer;

  @GET
  @Permitted("audit:read")
  @Operation(summary = "What finds security events")
  @APIResponse(responseCode = "200", description = "All rules, as the workspace has set them.")
  public SecurityRuleJson.ListJson listSecurityRules() {
    return new SecurityRuleJson.ListJson(
        showRules.show().stream().map(SecurityRuleJson::of).toList(), mailer.ready());
  }

  @PATCH
  @Path("{rule}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("audit:manage")
  @Operation(summary = "Set a rule", description = "What is left out stays as it was.")
  @APIResponse(responseCode = "200", description = "The rule as it is now.")
  public SecurityRuleJson reviseSecurityRule(
      @PathParam("rule") String rule, SecurityRuleJson.PatchJson body) {
    var found =
        AlertRule.find(rule).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    return SecurityRuleJson.of(reviseRule.revise(found, body.change()));
  }
}

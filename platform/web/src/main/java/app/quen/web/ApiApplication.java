package app.quen.web;

import app.quen.web.account.AccountResource;
import app.quen.web.alert.SecurityEventResource;
import app.quen.web.alert.SecurityRuleResource;
import app.quen.web.apikey.ApiKeyResource;
import app.quen.web.apikey.PermissionResource;
import app.quen.web.attachment.AttachmentResource;
import app.quen.web.attachment.RecordFilesResource;
import app.quen.web.audit.AuditResource;
import app.quen.web.audit.RecoveryResource;
import app.quen.web.audit.VerificationResource;
import app.quen.web.audit.Witness;
import app.quen.web.bulk.BulkResource;
import app.quen.web.bulk.HandOverResource;
import app.quen.web.bulk.ImportUndoResource;
import app.quen.web.consent.ConsentResource;
import app.quen.web.consent.PurposeResource;
import app.quen.web.credential.Gate;
import app.quen.web.customer.CustomerResource;
import app.quen.web.customer.ExportResource;
import app.quen.web.customer.TagResource;
import app.quen.web.export.ExportJobResource;
import app.quen.web.fact.DeadLetterResource;
import app.quen.web.feedback.FeedbackExportResource;
import app.quen.web.feedback.FeedbackResource;
import app.quen.web.field.FieldResource;
import app.quen.web.field.FieldUseResource;
import app.quen.web.field.LayoutResource;
import app.quen.web.form.FormResource;
import app.quen.web.importing.ImportResource;
import app.quen.web.interaction.InteractionExportResource;
import app.quen.web.interaction.InteractionResource;
import app.quen.web.json.JsonObjectReader;
import app.quen.web.json.JsonStructureWriter;
import app.quen.web.json.JsonbSettings;
import app.quen.web.json.RecordReader;
import app.quen.web.link.CustomerLinkResource;
import app.quen.web.link.LinkResource;
import app.quen.web.member.InvitationResource;
import app.quen.web.member.MemberResource;
import app.quen.web.openapi.OpenApiResource;
import app.quen.web.order.OrderExportResource;
import app.quen.web.order.OrderResource;
import app.quen.web.place.PlaceResource;
import app.quen.web.plugin.PluginResource;
import app.quen.web.problem.ProblemMapper;
import app.quen.web.provenance.OriginResource;
import app.quen.web.session.InvitationLinkResource;
import app.quen.web.session.ProviderProofResource;
import app.quen.web.session.ProviderResource;
import app.quen.web.session.SessionResource;
import app.quen.web.setting.SettingsResource;
import app.quen.web.signin.ConfirmationResource;
import app.quen.web.signin.PasskeyResource;
import app.quen.web.signin.SecondFactorResource;
import app.quen.web.signin.SignInPolicyResource;
import app.quen.web.signin.SignInProviderResource;
import app.quen.web.source.SourceResource;
import app.quen.web.survey.SurveyResource;
import app.quen.web.task.TaskExportResource;
import app.quen.web.task.TaskResource;
import app.quen.web.team.RecordSharesResource;
import app.quen.web.team.RecordViewersResource;
import app.quen.web.team.RoleResource;
import app.quen.web.team.ShareResource;
import app.quen.web.team.SightResource;
import app.quen.web.team.TeamResource;
import app.quen.web.timeline.TimelineResource;
import app.quen.web.view.ViewResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What workspaces, their people and their programs talk to. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        SessionResource.class,
        AccountResource.class,
        MemberResource.class,
        InvitationResource.class,
        InvitationLinkResource.class,
        ApiKeyResource.class,
        PermissionResource.class,
        FieldResource.class,
        FieldUseResource.class,
        LayoutResource.class,
        CustomerResource.class,
        ExportResource.class,
        TagResource.class,
        PlaceResource.class,
        TimelineResource.class,
        InteractionResource.class,
        FeedbackResource.class,
        TaskResource.class,
        InteractionExportResource.class,
        FeedbackExportResource.class,
        TaskExportResource.class,
        SurveyResource.class,
        FormResource.class,
        CustomerLinkResource.class,
        LinkResource.class,
        OriginResource.class,
        ConsentResource.class,
        PurposeResource.class,
        SourceResource.class,
        ImportResource.class,
        ImportUndoResource.class,
        BulkResource.class,
        HandOverResource.class,
        RecordSharesResource.class,
        RecordViewersResource.class,
        RoleResource.class,
        ShareResource.class,
        SightResource.class,
        TeamResource.class,
        ViewResource.class,
        AttachmentResource.class,
        RecordFilesResource.class,
        ExportJobResource.class,
        OrderResource.class,
        OrderExportResource.class,
        SettingsResource.class,
        SignInPolicyResource.class,
        ConfirmationResource.class,
        SecondFactorResource.class,
        PasskeyResource.class,
        ProviderProofResource.class,
        ProviderResource.class,
        SignInProviderResource.class,
        PluginResource.class,
        DeadLetterResource.class,
        AuditResource.class,
        RecoveryResource.class,
        VerificationResource.class,
        SecurityEventResource.class,
        SecurityRuleResource.class,
        OpenApiResource.class,
        Gate.class,
        Witness.class,
        RecordReader.class,
        JsonObjectReader.class,
        JsonStructureWriter.class,
        JsonbSettings.class,
        ProblemMapper.class);
  }
}

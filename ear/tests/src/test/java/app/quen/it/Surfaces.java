package app.quen.it;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every way to ask something of the API, for the matrix of who sees what. An operation either shows
 * something of records, and then it is asked so that the owner sees it, or it is named here with
 * the reason why it shows nothing. {@code {c}, {o}, {i}, {f}, {t}} stand for a customer and its
 * records, {@code {x}} for its letter, {@code {y}} for another one's, {@code {role}} for the key of
 * who asks.
 */
final class Surfaces {

  /**
   * One way.
   *
   * @param query behind the address
   * @param body null for none
   * @param fresh whether the record's version is sent along, as it is now
   * @param before what the owner asks first, as {@code METHOD path}; null for nothing
   * @param after what the owner asks then
   * @param shows whether the owner must see a planted value in the answers
   */
  record Way(
      String query,
      @Nullable String body,
      boolean fresh,
      @Nullable String before,
      @Nullable String after,
      boolean shows) {

    static Way read(String query) {
      return new Way(query, null, false, null, null, true);
    }

    static Way sent(String body) {
      return new Way("", body, false, null, null, true);
    }

    /** An empty change: the answer is the record. */
    static Way unchanged() {
      return new Way("", "{}", true, null, null, true);
    }

    Way around(String before, String after) {
      return new Way(query, body, fresh, before, after, shows);
    }

    Way silent() {
      return new Way(query, body, fresh, before, after, false);
    }
  }

  private static final String[] FORMATS = {"?format=csv", "?format=xlsx"};

  /** Operations that show something of records. */
  static final Map<String, List<Way>> SHOWING = showing();

  private static Map<String, List<Way>> showing() {
    Map<String, List<Way>> ways = new LinkedHashMap<>();
    reads(ways, "listCustomers", "", "?trash=true", "?archived=true", "?sort=name&limit=50");
    reads(ways, "listOrders", "", "?filter=customerId:eq:{c}", "?sort=placedAt");
    reads(ways, "listInteractions", "", "?filter=customerId:eq:{c}");
    reads(ways, "listFeedback", "", "?filter=customerId:eq:{c}");
    reads(ways, "listTasks", "", "?filter=customerId:eq:{c}");
    for (String each : List.of("Customers", "Orders", "Interactions", "Feedback", "Tasks")) {
      reads(ways, "export" + each, FORMATS);
    }
    for (String each :
        List.of(
            "getCustomer",
            "customerConsents",
            "consentHistory",
            "customerHistory",
            "customerLinks",
            "customerProfile",
            "customerSummary",
            "listAttachments",
            "downloadAttachment",
            "getLink",
            "getOrder",
            "orderHistory",
            "getInteraction",
            "interactionHistory",
            "getFeedback",
            "feedbackHistory",
            "getTask",
            "taskHistory",
            "getBulk",
            "listBulkNotes",
            "listImports",
            "getImport",
            "listRejectedRows",
            "downloadRejectedRows",
            "downloadExport",
            "fieldMisfits",
            "listViews",
            "getView",
            "exportAuditTrail")) {
      reads(ways, each, "");
    }
    reads(
        ways,
        "possibleDuplicates",
        "?externalId=zqext{x}",
        "?email=zqmail{x}@planted.vn",
        "?phone=091234567{n}");
    reads(ways, "customerTimeline", "?limit=100", "?q=zq", "?kinds=order", "?kinds=feedback");
    reads(ways, "listTags", "", "?prefix=zq");
    ways.put(
        "listAuditEntries",
        List.of(
            Way.read("?limit=200"),
            Way.read("?customerId={c}"),
            Way.read("?field=name&limit=200"),
            // nobody gave a reason with what is planted
            Way.read("?why=zq").silent()));
    for (String record : List.of("Customer", "Order", "Interaction", "Feedback", "Task")) {
      ways.put("revise" + record, List.of(Way.unchanged()));
      String at = record.equals("Feedback") ? "feedback" : record.toLowerCase() + "s";
      String letter = record.equals("Customer") ? "c" : record.substring(0, 1).toLowerCase();
      String place = "/" + at + "/{" + letter + "}";
      ways.put(
          "restore" + record,
          List.of(Way.read("").around("DELETE " + place, "POST " + place + "/restore")));
    }
    ways.put("archiveCustomer", List.of(Way.read("").around("", "POST /customers/{c}/restore")));
    ways.put("payOrder", List.of(Way.sent("{\"method\": \"cash\", \"amount\": 1}")));
    ways.put(
        "takeBackGoods", List.of(Way.sent("{\"lines\": [{\"position\": 1, \"quantity\": 1}]}")));
    ways.put("linkCustomers", List.of(Way.sent("{\"otherId\": \"{other}\", \"type\": \"other\"}")));
    ways.put("reviseLink", List.of(Way.unchanged()));
    ways.put(
        "previewBulk",
        List.of(
            preview("customer", "occupation"),
            preview("customer", "taxCode"),
            preview("order", "note"),
            preview("interaction", "body"),
            preview("feedback", "body"),
            preview("task", "body")));
    return ways;
  }

  private static Way preview(String record, String field) {
    return Way.sent(
        "{\"record\": \"%s\", \"query\": {}, \"change\": {\"%s\": \"khác\"}}"
            .formatted(record, field));
  }

  private static void reads(Map<String, List<Way>> ways, String operation, String... queries) {
    List<Way> all = new ArrayList<>();
    for (String query : queries) {
      all.add(Way.read(query));
    }
    ways.put(operation, all);
  }

  private static final String SET_UP = "how the workspace is set up, and nothing of its records";
  private static final String ACCOUNT = "of the account of who asks";
  private static final String OWN_WORDS = "answers with what was sent, and with what follows of it";
  private static final String NOTHING = "answers with nothing";
  private static final String RUNS = "how far a run of one's own is; getBulk shows the same";

  /** Operations that show nothing of records, and why. */
  static final Map<String, String> SILENT =
      Map.ofEntries(
          entry("countCustomers", "a number, which is reckoned with apart"),
          entry("surveyResults", "numbers, which are reckoned with apart"),
          entry("fieldUsage", "numbers, which are reckoned with apart"),
          entry("countFieldUse", "begins to count; fieldUsage shows the numbers"),
          entry("checkConsent", "yes or no, for who sees the customer, which is tried apart"),
          entry("customerOrigins", "names sources by field, for who sees the customer"),
          entry("listShares", "with whom, for who sees the record, which is tried apart"),
          entry("listViewers", "names of colleagues, for who sees the record"),
          entry("explainSight", "names of fields and reasons, for who sees the record"),
          entry("endShare", NOTHING),
          entry("shareRecord", OWN_WORDS),
          entry("registerCustomer", OWN_WORDS),
          entry("placeOrder", OWN_WORDS),
          entry("recordInteraction", OWN_WORDS),
          entry("receiveFeedback", OWN_WORDS),
          entry("planTask", OWN_WORDS),
          entry("recordConsent", OWN_WORDS),
          entry("addAttachment", OWN_WORDS),
          entry("deleteAttachment", NOTHING),
          entry("trashCustomer", NOTHING),
          entry("trashOrder", NOTHING),
          entry("trashInteraction", NOTHING),
          entry("trashFeedback", NOTHING),
          entry("trashTask", NOTHING),
          entry("unlinkCustomers", NOTHING),
          entry("evaluateFields", OWN_WORDS),
          entry("listSecurityEvents", "how much of what somebody did, and none of it"),
          entry("acknowledgeSecurityEvent", "how much of what somebody did, and none of it"),
          entry("listSecurityRules", SET_UP),
          entry("reviseSecurityRule", SET_UP),
          entry("recoverValues", "names of the fields that went back, for who may write them"),
          entry("previewHandOver", "names of what the caller hands over, which is tried apart"),
          entry("listHandOvers", "how much the caller got, and none of it"),
          entry("listReceivers", "numbers by colleague, for who sees the run"),
          entry("listHandedRecords", "names of what the caller sees, which is tried apart"),
          entry("startBulk", RUNS),
          entry("cancelBulk", RUNS),
          entry("undoBulk", RUNS),
          entry("startExport", "what was asked for; the file is in the matrix in each format"),
          entry("listExports", "names of files of one's own, made of the date"),
          entry("getExport", "the name of a file of one's own, made of the date"),
          entry("cancelExport", "the name of a file of one's own, made of the date"),
          entry("uploadImport", "shows the rows that who asks sent"),
          entry("mapImport", "an import of one's own; getImport shows the same"),
          entry("checkImport", "an import of one's own; what it says of records is tried apart"),
          entry("startImport", "an import of one's own; getImport shows the same"),
          entry("pauseImport", "an import of one's own; getImport shows the same"),
          entry("resumeImport", "an import of one's own; getImport shows the same"),
          entry("cancelImport", "an import of one's own; getImport shows the same"),
          entry("undoImport", "an import of one's own; getBulk shows the same"),
          entry("listDeadLetters", "ids, and an error only for who sees all of the record's type"),
          entry("retryDelivery", NOTHING),
          entry("saveView", OWN_WORDS),
          entry("reviseView", "a view of one's own, or shared; getView shows the same"),
          entry("deleteView", NOTHING),
          entry("linkSurvey", "an address made of chance"),
          entry("showForm", "asked with a link and without a credential; it shows questions"),
          entry("answerForm", "asked with a link and without a credential; it shows thanks"),
          entry("makeSurvey", SET_UP),
          entry("listSurveys", SET_UP),
          entry("getSurvey", SET_UP),
          entry("reviseSurvey", SET_UP),
          entry("listMembers", SET_UP),
          entry("inviteMember", SET_UP),
          entry("listInvitations", SET_UP),
          entry("renewInvitation", SET_UP),
          entry("revokeInvitation", SET_UP),
          entry("readInvitation", "asked with a link: who invites, and into which workspace"),
          entry("comeByInvitation", ACCOUNT),
          entry("acceptInvitation", ACCOUNT),
          entry("verifyAuditTrail", "whether the trail is whole, and how long it is"),
          entry("lastVerification", "whether the trail is whole, and how long it is"),
          entry("removeMember", SET_UP),
          entry("giveRole", SET_UP),
          entry("listTeams", SET_UP),
          entry("addTeam", SET_UP),
          entry("reviseTeam", SET_UP),
          entry("removeTeam", SET_UP),
          entry("setTeamMembers", SET_UP),
          entry("ownSight", SET_UP),
          entry("listRoles", SET_UP),
          entry("getRole", SET_UP),
          entry("addRole", SET_UP),
          entry("reviseRole", SET_UP),
          entry("removeRole", SET_UP),
          entry("showRoleEffect", SET_UP),
          entry("listSources", SET_UP),
          entry("getSource", SET_UP),
          entry("declareSource", SET_UP),
          entry("reviseSource", SET_UP),
          entry("listConsentPurposes", SET_UP),
          entry("getConsentPurpose", SET_UP),
          entry("declareConsentPurpose", SET_UP),
          entry("reviseConsentPurpose", SET_UP),
          entry("addConsentPurposeVersion", SET_UP),
          entry("listFields", SET_UP),
          entry("getField", SET_UP),
          entry("addField", SET_UP),
          entry("reviseField", SET_UP),
          entry("retireField", SET_UP),
          entry("restoreField", SET_UP),
          entry("convertField", "numbers of values that fit, for who may change fields"),
          entry("cancelFieldWork", SET_UP),
          entry("getLayout", SET_UP),
          entry("saveLayout", SET_UP),
          entry("resetLayout", SET_UP),
          entry("getSettings", SET_UP),
          entry("reviseSettings", SET_UP),
          entry("listPlugins", SET_UP),
          entry("switchPlugin", SET_UP),
          entry("listPlaces", "places of the country, the same for everybody"),
          entry("listApiKeys", SET_UP),
          entry("createApiKey", SET_UP),
          entry("revokeApiKey", SET_UP),
          entry("currentSession", ACCOUNT),
          entry("signIn", ACCOUNT),
          entry("signOut", ACCOUNT),
          entry("switchWorkspace", ACCOUNT),
          entry("foundWorkspace", ACCOUNT),
          entry("signUp", ACCOUNT),
          entry("reviseAccount", ACCOUNT),
          entry("changePassword", ACCOUNT),
          entry("listSessions", ACCOUNT),
          entry("endSession", ACCOUNT),
          entry("endOtherSessions", ACCOUNT),
          entry("confirmSession", ACCOUNT),
          entry("getSecondFactor", ACCOUNT),
          entry("getSignInProvider", SET_UP),
          entry("reviseSignInProvider", SET_UP),
          entry("removeSignInProvider", SET_UP),
          entry("findSignInProvider", "whether a workspace has a provider of its own"),
          entry("beginProviderSignIn", ACCOUNT),
          entry("beginProviderConfirmation", ACCOUNT),
          entry("signInByProvider", ACCOUNT),
          entry("confirmByProvider", ACCOUNT),
          entry("listPasskeys", ACCOUNT),
          entry("addPasskey", ACCOUNT),
          entry("beginPasskey", ACCOUNT),
          entry("removePasskey", ACCOUNT),
          entry("renamePasskey", ACCOUNT),
          entry("beginSignIn", ACCOUNT),
          entry("beginConfirmation", ACCOUNT),
          entry("signInWithPasskey", ACCOUNT),
          entry("beginTotp", ACCOUNT),
          entry("activateTotp", ACCOUNT),
          entry("removeTotp", ACCOUNT),
          entry("renewRecoveryCodes", ACCOUNT),
          entry("getSignInPolicy", SET_UP),
          entry("reviseSignInPolicy", SET_UP),
          entry("listPermissions", SET_UP),
          entry("listBulk", RUNS),
          entry("openApiDocument", "the description of the API is the same for everybody"));

  private Surfaces() {}
}

package app.quen.web.bulk;

import app.quen.bulk.BulkView;
import app.quen.bulk.ListNotes;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Runs in the caller's language, with the first of what an undoing kept. */
@ApplicationScoped
class BulkAnswers {

  private static final int SHOWN = 50;

  @Inject private ListNotes listNotes;
  @Inject private HttpServletRequest request;

  BulkJson of(BulkView view) {
    boolean kept = view.kind().startsWith("undo-") && view.result().refused() > 0;
    return BulkJson.of(
        view,
        view.preview(),
        kept ? listNotes.list(view.id(), null, SHOWN).items() : List.of(),
        language());
  }

  /** One of many: without its preview, and without what it kept. */
  BulkJson listed(BulkView view) {
    return BulkJson.of(view, null, List.of(), language());
  }

  String language() {
    return Exchange.of(request).language();
  }
}

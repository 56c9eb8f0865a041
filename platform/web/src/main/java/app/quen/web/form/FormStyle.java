package app.quen.web.form;

import app.quen.text.Text;
import java.util.List;

/** How forms look, and what the ends of their scales are called. */
final class FormStyle {

  static final List<Text> NPS_ENDS =
      List.of(
          new Text("chắc chắn không", "not at all likely"),
          new Text("chắc chắn có", "extremely likely"));

  static final List<Text> RATING_ENDS =
      List.of(new Text("rất tệ", "very bad"), new Text("rất tốt", "very good"));

  /** Of 1 to 5. */
  static final List<Text> CSAT =
      List.of(
          new Text("Rất không hài lòng", "Very dissatisfied"),
          new Text("Không hài lòng", "Dissatisfied"),
          new Text("Bình thường", "Neutral"),
          new Text("Hài lòng", "Satisfied"),
          new Text("Rất hài lòng", "Very satisfied"));

  static final String CSS =
      """
      :root{color-scheme:light dark;--bg:#f6f7f8;--paper:#fff;--ink:#16202a;--soft:#55616d;\
      --line:#8b97a3;--accent:#0e7a66;--on:#fff;--bad:#b42318;--badbg:#fef3f2}
      @media(prefers-color-scheme:dark){:root{--bg:#101418;--paper:#181e24;--ink:#e8edf2;\
      --soft:#a9b4bf;--line:#6b7885;--accent:#3fbfa4;--on:#06231d;--bad:#ff9a8f;--badbg:#3a1a17}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--bg);color:var(--ink);\
      font:16px/1.5 "Be Vietnam Pro",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
      main{max-width:40rem;margin:0 auto;padding:1.25rem;background:var(--paper);min-height:100vh}
      @media(min-width:44rem){main{margin:2rem auto;padding:2rem;min-height:0;border-radius:8px}}
      header{display:flex;justify-content:space-between;gap:1rem;align-items:center}
      .who{margin:0;font-weight:600;color:var(--soft)}
      .lang{color:var(--accent);padding:.5rem 0}
      h1{font-size:1.5rem;line-height:1.3;margin:.75rem 0}
      .intro,.result{white-space:pre-line}
      .result{font-size:1.125rem}
      .hint{color:var(--soft);font-size:.875rem}
      fieldset,.question{border:0;margin:0 0 1.75rem;padding:0;min-width:0}
      legend,.question>label{display:block;font-weight:600;padding:0;margin-bottom:.5rem}
      .needed{color:var(--bad)}
      .scale{display:grid;grid-template-columns:repeat(5,1fr);gap:.375rem}
      .ten{grid-template-columns:repeat(6,1fr)}
      @media(min-width:36rem){.ten{grid-template-columns:repeat(11,1fr)}}
      .scale label,.choices label{position:relative;display:block}
      .scale input,.choices input{position:absolute;opacity:0;inset:0;width:100%;height:100%;\
      margin:0;cursor:pointer}
      .scale span,.choices span{display:flex;align-items:center;min-height:2.75rem;\
      border:1px solid var(--line);border-radius:8px}
      .scale span{justify-content:center;font-variant-numeric:tabular-nums}
      .choices{display:grid;gap:.375rem}
      .choices span{padding:.375rem .875rem}
      input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--on);\
      font-weight:600}
      input:focus-visible+span,textarea:focus-visible,.question input:focus-visible,\
      button:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
      .ends{display:flex;justify-content:space-between;gap:1rem;margin:.375rem 0 0;\
      color:var(--soft);font-size:.875rem}
      textarea,.question input{width:100%;font:inherit;color:inherit;background:transparent;\
      border:1px solid var(--line);border-radius:8px;padding:.625rem .75rem;min-height:2.75rem}
      button{font:inherit;font-weight:600;color:var(--on);background:var(--accent);border:0;\
      border-radius:8px;padding:.75rem 2rem;min-height:3rem;cursor:pointer}
      .errors{background:var(--badbg);border-left:4px solid var(--bad);padding:.75rem 1rem;\
      margin:1rem 0}
      .errors h2{font-size:1rem;margin:0}.errors ul{margin:.25rem 0 0;padding-left:1.25rem}
      .errors a,.error{color:var(--bad)}.error{margin:0 0 .5rem}
      .away{position:absolute;left:-100vw;width:1px;height:1px;overflow:hidden}
      """;

  private FormStyle() {}
}

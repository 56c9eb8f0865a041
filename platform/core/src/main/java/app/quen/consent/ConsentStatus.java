package app.quen.consent;

/** What holds for one purpose and channel of a customer. */
public record ConsentStatus(Purpose purpose, ConsentChannel channel, Verdict verdict) {}

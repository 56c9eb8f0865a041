package app.quen.text.bad;

/** Wrong on purpose: the other half of a cycle. */
public class Egg {
  app.quen.field.bad.Hen hen;
}

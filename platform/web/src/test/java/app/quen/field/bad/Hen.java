package app.quen.field.bad;

/** Wrong on purpose: one half of a cycle. */
public class Hen {
  app.quen.text.bad.Egg egg;
}

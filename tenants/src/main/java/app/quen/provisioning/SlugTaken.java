package app.quen.provisioning;

/** Another tenant has this slug, or is being made with it. */
public class SlugTaken extends RuntimeException {

  public SlugTaken(String slug) {
    super("another tenant has the slug " + slug);
  }
}

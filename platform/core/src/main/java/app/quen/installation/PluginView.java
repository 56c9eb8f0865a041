package app.quen.installation;

import app.quen.field.Field;
import app.quen.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin as the workspace sees it.
 *
 * @param id of the plugin; the name of the file where no manifest could be read
 * @param version the release that is switched on here, or would be
 * @param enabled whether it is switched on in this workspace
 * @param fields what it adds to a customer
 * @param hooks the kinds of code that it brings: {@code CustomerCheck}, {@code FactListener}
 * @param failure why it does not work, and what to do; null where it does
 */
public record PluginView(
    String id,
    String version,
    Text name,
    Text description,
    @Nullable Text help,
    String vendor,
    List<String> industries,
    boolean enabled,
    List<Field> fields,
    List<String> hooks,
    @Nullable Text failure) {}

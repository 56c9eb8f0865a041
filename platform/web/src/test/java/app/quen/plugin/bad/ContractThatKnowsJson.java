package app.quen.plugin.bad;

import jakarta.json.JsonObject;

/** Wrong on purpose: the contract shows a library's type; and the package has no package-info. */
public interface ContractThatKnowsJson {
  JsonObject customer();
}

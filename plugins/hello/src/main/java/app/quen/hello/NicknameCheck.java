package app.quen.hello;

import app.quen.plugin.CheckContext;
import app.quen.plugin.CustomerCheck;
import app.quen.plugin.CustomerRecord;
import app.quen.plugin.Refusal;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** A nickname that only repeats the name says nothing. */
@Extension
public class NicknameCheck implements CustomerCheck {

  @Override
  public List<Refusal> check(CustomerRecord customer, CheckContext context) {
    Optional<String> nickname = customer.text("hello.nickname");
    if (nickname.isPresent() && nickname.equals(customer.text("name"))) {
      return List.of(
          Refusal.of(
              "hello.nickname",
              "same-as-name",
              "Tên thân mật trùng với tên. Hãy để trống hoặc nhập cách gọi khác.",
              "The nickname is the name. Leave it empty, or enter another one."));
    }
    return List.of();
  }
}

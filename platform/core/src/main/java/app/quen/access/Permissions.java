package app.quen.access;

import app.quen.text.Text;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.shiro.authz.permission.WildcardPermission;

/** The catalogue of permissions: all that a use case may ask for and an API key may be given. */
public final class Permissions {

  private static final List<Permission> ALL =
      List.of(
          permission("customer:read", "Xem khách hàng", "See customers"),
          permission("customer:create", "Thêm khách hàng", "Add customers"),
          permission("customer:update", "Sửa khách hàng", "Edit customers"),
          permission(
              "customer:archive",
              "Lưu trữ và khôi phục khách hàng",
              "Archive and restore customers"),
          permission(
              "customer:delete", "Bỏ khách hàng vào thùng rác", "Put customers into the trash"),
          permission("customer:export", "Xuất danh sách khách hàng", "Export customers"),
          permission("order:read", "Xem đơn hàng", "See orders"),
          permission("order:create", "Thêm đơn hàng", "Add orders"),
          permission(
              "order:update",
              "Sửa đơn hàng, ghi thanh toán và trả hàng",
              "Edit orders, note payments and returns"),
          permission("order:export", "Xuất danh sách đơn hàng", "Export orders"),
          permission("order:delete", "Xóa và khôi phục đơn hàng", "Delete and restore orders"),
          permission("interaction:read", "Xem tương tác", "See interactions"),
          permission("interaction:create", "Ghi tương tác", "Record interactions"),
          permission("interaction:update", "Sửa tương tác", "Edit interactions"),
          permission(
              "interaction:delete",
              "Xóa và khôi phục tương tác",
              "Delete and restore interactions"),
          permission("feedback:read", "Xem phản hồi", "See feedback"),
          permission("feedback:create", "Ghi phản hồi", "Record feedback"),
          permission("feedback:update", "Xử lý và sửa phản hồi", "Handle and edit feedback"),
          permission("feedback:delete", "Xóa và khôi phục phản hồi", "Delete and restore feedback"),
          permission("task:read", "Xem việc cần làm", "See tasks"),
          permission("task:create", "Thêm việc cần làm", "Add tasks"),
          permission("task:update", "Làm và sửa việc cần làm", "Do and edit tasks"),
          permission("task:delete", "Xóa và khôi phục việc cần làm", "Delete and restore tasks"),
          permission("survey:read", "Xem khảo sát", "See surveys"),
          permission("survey:send", "Tạo liên kết khảo sát để gửi", "Make links to send"),
          permission("survey:manage", "Soạn và tắt khảo sát", "Write and close surveys"),
          permission("consent:read", "Xem sự đồng ý của khách hàng", "See customers' consents"),
          permission(
              "consent:record",
              "Ghi nhận sự đồng ý, từ chối và rút lại",
              "Record what customers grant, refuse and withdraw"),
          permission(
              "consent:manage", "Quản lý các mục đích cần đồng ý", "Manage purposes of consent"),
          permission("source:read", "Xem các nguồn dữ liệu", "See the sources"),
          permission("source:manage", "Quản lý các nguồn dữ liệu", "Manage the sources"),
          permission("import:run", "Nhập khách hàng từ tệp", "Import customers from a file"),
          permission(
              "view:share", "Chia sẻ chế độ xem với cả nhóm", "Share views with the workspace"),
          permission("field:read", "Xem các trường dữ liệu", "See the fields"),
          permission(
              "field:manage",
              "Thêm, sửa và cất trường dữ liệu, bố cục",
              "Add, change and retire fields and layouts"),
          permission("plugin:read", "Xem các tiện ích", "See the plugins"),
          permission("plugin:switch", "Bật và tắt tiện ích", "Switch plugins on and off"),
          permission("apikey:manage", "Quản lý khóa API", "Manage API keys"),
          permission("setting:read", "Xem thiết lập chung", "See the workspace's settings"),
          permission("setting:manage", "Đổi thiết lập chung", "Change the workspace's settings"),
          permission("member:read", "Xem các thành viên", "See the members"),
          permission("member:manage", "Quản lý các thành viên", "Manage the members"),
          permission("audit:read", "Xem nhật ký hoạt động", "See the trail of what was done"),
          permission("audit:manage", "Đặt quy tắc cảnh báo an ninh", "Set the rules of alerts"),
          permission("role:read", "Xem các vai trò", "See the roles"),
          permission(
              "role:manage", "Quản lý vai trò và giao vai trò", "Manage roles and give them"),
          permission("team:manage", "Quản lý các nhóm", "Manage the teams"),
          permission(
              "record:share",
              "Chia sẻ từng hồ sơ cho người khác hoặc nhóm khác",
              "Share single records with people and teams"),
          permission(
              "record:handover",
              "Bàn giao khách hàng và việc của một người cho người khác",
              "Hand somebody's customers and work over to others"),
          permission(
              "delivery:manage",
              "Xem và gửi lại thông báo bị lỗi",
              "See failed deliveries and send them again"));

  private Permissions() {}

  /** All of them, in the order in which people should see them. */
  public static List<Permission> all() {
    return ALL;
  }

  public static Optional<Permission> find(String name) {
    return ALL.stream().filter(permission -> permission.name().equals(name)).findFirst();
  }

  /** The permissions of the catalogue that these wildcard strings imply, e.g. all for {@code *}. */
  public static Set<String> implied(Collection<String> held) {
    var patterns = held.stream().map(WildcardPermission::new).toList();
    return ALL.stream()
        .map(Permission::name)
        .filter(
            name -> {
              var wanted = new WildcardPermission(name);
              return patterns.stream().anyMatch(pattern -> pattern.implies(wanted));
            })
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What both imply, spelled out: a key can do what was chosen for it and its maker still may. */
  public static Set<String> shared(Collection<String> held, Collection<String> others) {
    var shared = implied(held);
    shared.retainAll(implied(others));
    return shared;
  }

  private static Permission permission(String name, String vi, String en) {
    return new Permission(name, new Text(vi, en));
  }

  /** One permission of the catalogue. */
  public record Permission(String name, Text label) {}
}

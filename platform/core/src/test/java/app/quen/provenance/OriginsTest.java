package app.quen.provenance;

import static app.quen.consent.ConsentTestWorld.LAN;
import static app.quen.consent.ConsentTestWorld.as;
import static app.quen.consent.ConsentTestWorld.json;
import static app.quen.consent.ConsentTestWorld.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.customer.ArchiveCustomer;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ReviseManyCustomers;
import app.quen.customer.Source;
import app.quen.source.Confidence;
import app.quen.source.SourceKind;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class OriginsTest {

  static final World world = World.open();

  @AfterAll
  static void close() {
    world.close();
  }

  private static Map<String, Origin.OfField> origins(CustomerView customer) {
    return as(world, world.a(), () -> world.bean(ShowOrigins.class).show(customer.id()));
  }

  @Test
  void eachValueKnowsWhereItCameFromAndWhatStoodThereBefore() {
    CustomerView hoa =
        register(world, world.a(), "{'name': 'Hoa', 'occupation': 'Giáo viên'}", Source.API);
    as(
        world,
        world.a(),
        () ->
            world
                .bean(ReviseManyCustomers.class)
                .revise(
                    List.of(
                        new ReviseManyCustomers.Addition(
                            hoa.id(),
                            CustomerDraft.read(
                                json("{'occupation': 'Bác sĩ', 'birthPlace': 'Huế'}")))),
                    Source.imported(UUID.randomUUID().toString(), "khach.csv")));
    as(
        world,
        world.a(),
        () ->
            world
                .bean(ReviseCustomer.class)
                .revise(hoa.id(), json("{'occupation': null}"), 2, Source.FORM));
    as(world, world.a(), () -> world.bean(ArchiveCustomer.class).archive(hoa.id(), Source.FORM));

    Map<String, Origin.OfField> origins = origins(hoa);

    assertThat(origins.keySet())
        .containsExactlyInAnyOrder("kind", "name", "stage", "occupation", "birthPlace");
    Origin name = origins.get("name").current();
    assertThat(name.value()).isEqualTo(Json.createValue("Hoa"));
    assertThat(name.source().id()).isEqualTo(SourceKind.API.standard());
    assertThat(name.source().confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(name.actor()).isEqualTo(LAN);
    assertThat(name.at()).isAfterOrEqualTo(hoa.createdAt());
    assertThat(origins.get("birthPlace").current().detail()).isEqualTo("khach.csv");
    Origin.OfField occupation = origins.get("occupation");
    assertThat(occupation.current().value()).isEqualTo(JsonValue.NULL);
    assertThat(occupation.current().source().id()).isEqualTo(SourceKind.MANUAL.standard());
    assertThat(occupation.earlier())
        .extracting(origin -> origin.value() + " " + origin.source().kind())
        .containsExactly("\"Bác sĩ\" IMPORT", "\"Giáo viên\" API");
    assertThat(occupation.more()).isFalse();
  }

  @Test
  void anotherWorkspaceSeesNone() {
    CustomerView hoa = register(world, world.a(), "{'name': 'Hoa'}", Source.API);
    assertThatThrownBy(
            () -> as(world, world.b(), () -> world.bean(ShowOrigins.class).show(hoa.id())))
        .isInstanceOf(NoSuchCustomer.class);
  }
}

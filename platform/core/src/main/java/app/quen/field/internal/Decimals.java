package app.quen.field.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelList;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes what CEL calls a double exact. A rule is checked as if decimal numbers were doubles, and
 * evaluated with {@link BigDecimal} in their place: literals become decimals as they are written,
 * the operators get overloads for decimals, and equality is asked of {@link #same}. So 0.1 + 0.2 is
 * 0.3, and an amount of eighteen digits keeps its last one.
 */
final class Decimals {

  private static final CelType DECIMAL = OpaqueType.create("decimal");

  /** Quotients end somewhere; nothing that a rule can multiply becomes longer. */
  private static final MathContext DIGITS = new MathContext(100, RoundingMode.HALF_EVEN);

  private static final int MOST_ZEROS = 400;

  /** A name that nobody can write in a rule. */
  private static final String DECIMAL_OF = "@decimal";

  private static final String SAME = "@same";
  private static final String WITHIN = "@within";

  private static final Pattern LITERAL =
      Pattern.compile("-?\\s*([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?)");

  private static final Map<String, BinaryOperator<BigDecimal>> ARITHMETIC =
      Map.of(
          "_+_", (a, b) -> a.add(b, DIGITS),
          "_-_", (a, b) -> a.subtract(b, DIGITS),
          "_*_", (a, b) -> a.multiply(b, DIGITS),
          "_/_", (a, b) -> a.divide(b, DIGITS));

  private static final Map<String, IntPredicate> ORDER =
      Map.of("_<_", c -> c < 0, "_<=_", c -> c <= 0, "_>_", c -> c > 0, "_>=_", c -> c >= 0);

  /** For the check of a rule that was rewritten, which knows no types. */
  static final List<CelFunctionDecl> DECLARATIONS = new ArrayList<>();

  static final List<CelFunctionBinding> BINDINGS = new ArrayList<>();

  static {
    ARITHMETIC.forEach(
        (operator, way) -> {
          String name = "decimal_" + word(operator);
          declare(operator, CelOverloadDecl.newGlobalOverload(name, DECIMAL, DECIMAL, DECIMAL));
          BINDINGS.add(
              CelFunctionBinding.from(
                  name,
                  BigDecimal.class,
                  BigDecimal.class,
                  (a, b) -> calculated(() -> way.apply(a, b))));
        });
    ORDER.forEach(
        (operator, fits) -> {
          order(operator, fits, DECIMAL, DECIMAL, BigDecimal.class, BigDecimal.class);
          order(operator, fits, DECIMAL, SimpleType.INT, BigDecimal.class, Long.class);
          order(operator, fits, SimpleType.INT, DECIMAL, Long.class, BigDecimal.class);
        });
    declare("-_", CelOverloadDecl.newGlobalOverload("decimal_negate", DECIMAL, DECIMAL));
    BINDINGS.add(CelFunctionBinding.from("decimal_negate", BigDecimal.class, BigDecimal::negate));
    declare(
        DECIMAL_OF,
        CelOverloadDecl.newGlobalOverload("decimal_of", SimpleType.DYN, SimpleType.DYN));
    BINDINGS.add(CelFunctionBinding.from("decimal_of", Object.class, Decimals::decimal));
    declare("int", CelOverloadDecl.newGlobalOverload("decimal_int", SimpleType.INT, DECIMAL));
    BINDINGS.add(CelFunctionBinding.from("decimal_int", BigDecimal.class, Decimals::whole));
    declare(
        "string", CelOverloadDecl.newGlobalOverload("decimal_text", SimpleType.STRING, DECIMAL));
    BINDINGS.add(CelFunctionBinding.from("decimal_text", BigDecimal.class, Decimals::text));
    for (String name : List.of(SAME, WITHIN)) {
      String id = name.substring(1) + "_dyn";
      declare(
          name,
          CelOverloadDecl.newGlobalOverload(id, SimpleType.BOOL, SimpleType.DYN, SimpleType.DYN));
    }
    BINDINGS.add(CelFunctionBinding.from("same_dyn", Object.class, Object.class, Decimals::same));
    BINDINGS.add(
        CelFunctionBinding.from("within_dyn", Object.class, Object.class, Decimals::within));
  }

  private Decimals() {}

  private static String word(String operator) {
    return switch (operator) {
      case "_+_" -> "add";
      case "_-_" -> "subtract";
      case "_*_" -> "multiply";
      case "_/_" -> "divide";
      case "_<_" -> "less";
      case "_<=_" -> "less_equals";
      case "_>_" -> "greater";
      case "_>=_" -> "greater_equals";
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static void declare(String function, CelOverloadDecl overload) {
    DECLARATIONS.add(CelFunctionDecl.newFunctionDeclaration(function, overload));
  }

  private static <A, B> void order(
      String operator, IntPredicate fits, CelType left, CelType right, Class<A> a, Class<B> b) {
    String name = word(operator) + "_" + left.name() + "_" + right.name();
    declare(operator, CelOverloadDecl.newGlobalOverload(name, SimpleType.BOOL, left, right));
    BINDINGS.add(
        CelFunctionBinding.from(
            name, a, b, (one, other) -> fits.test(number(one).compareTo(number(other)))));
  }

  private static BigDecimal calculated(Supplier<BigDecimal> way) throws CelEvaluationException {
    try {
      return way.get();
    } catch (ArithmeticException e) {
      throw new CelEvaluationException("no number", e);
    }
  }

  private static BigDecimal decimal(Object value) throws CelEvaluationException {
    try {
      BigDecimal number =
          value instanceof String text ? new BigDecimal(text.strip()) : number(value);
      if (Math.abs((long) number.scale()) > MOST_ZEROS) {
        throw new CelEvaluationException("a number out of all measure");
      }
      return number.round(DIGITS);
    } catch (IllegalArgumentException e) {
      throw new CelEvaluationException("no number", e);
    }
  }

  private static BigDecimal number(Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal;
      case Long whole -> BigDecimal.valueOf(whole);
      case Double binary -> BigDecimal.valueOf(binary);
      case Number other -> new BigDecimal(other.toString());
      default -> throw new IllegalArgumentException("no number");
    };
  }

  private static long whole(BigDecimal number) throws CelEvaluationException {
    if (number.precision() - number.scale() > 19) {
      throw new CelEvaluationException("a number too large");
    }
    try {
      return number.toBigInteger().longValueExact();
    } catch (ArithmeticException e) {
      throw new CelEvaluationException("a number too large", e);
    }
  }

  private static String text(BigDecimal number) {
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return Math.abs((long) shortest.scale()) > MOST_ZEROS
        ? shortest.toString()
        : shortest.toPlainString();
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Number a && other instanceof Number b) {
      return number(a).compareTo(number(b)) == 0;
    }
    if (one instanceof List<?> a && other instanceof List<?> b) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!same(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
      return a.size() == b.size()
          && a.entrySet().stream()
              .allMatch(
                  entry ->
                      b.containsKey(entry.getKey())
                          && same(entry.getValue(), b.get(entry.getKey())));
    }
    return Objects.equals(one, other);
  }

  private static boolean within(Object one, Object many) throws CelEvaluationException {
    return switch (many) {
      case Collection<?> all -> all.stream().anyMatch(each -> same(one, each));
      case Map<?, ?> all -> all.keySet().stream().anyMatch(each -> same(one, each));
      default -> throw new CelEvaluationException("nothing to be in");
    };
  }

  /** The same rule, over decimals. */
  static CelAbstractSyntaxTree exact(CelAbstractSyntaxTree tree) {
    return CelAbstractSyntaxTree.newParsedAst(
        new Rewriting(tree).of(tree.getExpr()), tree.getSource());
  }

  private static final class Rewriting {

    private final String written;
    private final ImmutableMap<Long, Integer> places;
    private long next = 1L << 32;

    Rewriting(CelAbstractSyntaxTree tree) {
      written = tree.getSource().getContent().toString();
      places = tree.getSource().getPositionsMap();
    }

    CelExpr of(CelExpr expr) {
      return switch (expr.getKind()) {
        case CONSTANT ->
            expr.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE ? literal(expr) : expr;
        case SELECT ->
            expr.toBuilder()
                .setSelect(
                    expr.select().toBuilder().setOperand(of(expr.select().operand())).build())
                .build();
        case CALL -> call(expr);
        case LIST -> {
          CelList.Builder list = CelList.newBuilder();
          expr.list().elements().forEach(each -> list.addElements(of(each)));
          yield expr.toBuilder()
              .setList(list.addOptionalIndices(expr.list().optionalIndices()).build())
              .build();
        }
        case MAP -> {
          CelMap.Builder map = CelMap.newBuilder();
          expr.map()
              .entries()
              .forEach(
                  each ->
                      map.addEntries(
                          each.toBuilder()
                              .setKey(of(each.key()))
                              .setValue(of(each.value()))
                              .build()));
          yield expr.toBuilder().setMap(map.build()).build();
        }
        case COMPREHENSION -> {
          CelComprehension loop = expr.comprehension();
          yield expr.toBuilder()
              .setComprehension(
                  loop.toBuilder()
                      .setIterRange(of(loop.iterRange()))
                      .setAccuInit(of(loop.accuInit()))
                      .setLoopCondition(of(loop.loopCondition()))
                      .setLoopStep(of(loop.loopStep()))
                      .setResult(of(loop.result()))
                      .build())
              .build();
        }
        default -> expr;
      };
    }

    private CelExpr call(CelExpr expr) {
      CelCall call = expr.call();
      String function = call.function();
      CelExpr operand = call.target().map(this::of).orElse(null);
      List<CelExpr> inside = call.args().stream().map(this::of).toList();
      if (operand == null && function.equals("_!=_")) {
        CelExpr same = call(next++, SAME, inside);
        return call(expr.id(), "!_", List.of(same));
      }
      if (operand == null) {
        return call(
            expr.id(),
            switch (function) {
              case "_==_" -> SAME;
              case "@in" -> WITHIN;
              case "double" -> DECIMAL_OF;
              default -> function;
            },
            inside);
      }
      return CelExpr.ofCall(
          expr.id(), Optional.of(operand), function, ImmutableList.copyOf(inside));
    }

    private static CelExpr call(long id, String function, List<CelExpr> inside) {
      return CelExpr.ofCall(id, Optional.empty(), function, ImmutableList.copyOf(inside));
    }

    /** As it is written: a literal of many digits is more than the double that CEL made of it. */
    private CelExpr literal(CelExpr expr) {
      double binary = expr.constant().doubleValue();
      String text = Double.toString(binary);
      Integer place = places.get(expr.id());
      if (place != null) {
        Matcher found =
            LITERAL.matcher(written).region(written.offsetByCodePoints(0, place), written.length());
        if (found.lookingAt() && Math.abs(Double.parseDouble(found.group(1))) == Math.abs(binary)) {
          text = (binary < 0 ? "-" : "") + found.group(1);
        }
      }
      CelExpr digits = CelExpr.ofConstant(next++, CelConstant.ofValue(text));
      return call(expr.id(), DECIMAL_OF, List.of(digits));
    }
  }
}

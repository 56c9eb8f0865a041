package app.quen.fact.internal;

import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what it was told, and fails on what it is asked to fail on. */
class ScriptedListener implements FactListener {

  private final String name;
  private final boolean prompt;
  private final List<Fact> told = new ArrayList<>();
  private final Set<Long> poison = ConcurrentHashMap.newKeySet();
  private volatile boolean broken;

  ScriptedListener(String name, boolean prompt) {
    this.name = name;
    this.prompt = prompt;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean wants(String factType) {
    return factType.startsWith("Test");
  }

  @Override
  public boolean prompt() {
    return prompt;
  }

  @Override
  public synchronized void deliver(List<Fact> facts) {
    if (broken || facts.stream().anyMatch(fact -> poison.contains(fact.sequence()))) {
      throw new IllegalStateException("cannot take it");
    }
    told.addAll(facts);
  }

  void breakDown() {
    broken = true;
  }

  void poison(long sequence) {
    poison.add(sequence);
  }

  void heal() {
    broken = false;
    poison.clear();
  }

  synchronized List<Fact> told() {
    return List.copyOf(told);
  }

  List<Long> sequences() {
    return told().stream().map(Fact::sequence).toList();
  }
}

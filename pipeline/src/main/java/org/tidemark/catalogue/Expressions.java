package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.Expression.Kind;

/** Lists the SQL of a catalogue with the relation that each piece must resolve against. */
public final class Expressions {
  private final List<Expression> found = new ArrayList<>();

  private Expressions() {}

  /** Every piece: of mappings, checks, views (each after those it reads), then indicators. */
  public static List<Expression> of(Catalogue catalogue) {
    Expressions expressions = new Expressions();
    catalogue.mappings().values().forEach(expressions::mapping);
    catalogue.checks().forEach(expressions::check);
    catalogue.crossChecks().forEach(expressions::across);
    catalogue.views().forEach(expressions::view);
    catalogue.indicators().values().forEach(expressions::indicator);
    return List.copyOf(expressions.found);
  }

  private void mapping(Mapping mapping) {
    mapping
        .derive()
        .forEach(
            (field, sql) ->
                found.add(
                    new Expression(
                        "mapping " + mapping.id() + ", derive " + field,
                        Kind.VALUE,
                        mapping.table(),
                        mapping.inputs(),
                        List.of(),
                        sql)));
  }

  private void check(Check check) {
    String where = "check " + check.id() + " of " + check.table();
    add(where + ", applies", Kind.PREDICATE, check.table(), check.applies());
    add(where + ", pass", Kind.PREDICATE, check.table(), check.pass());
  }

  private void across(CrossCheck across) {
    String where = "check " + across.check().id() + " of " + across.table();
    add(where + ", applies", Kind.PREDICATE, across.table(), across.check().applies());
    across.key().forEach(sql -> add(where + ", key", Kind.VALUE, across.table(), sql));
    across.otherKey().forEach(sql -> add(where + ", other_key", Kind.VALUE, across.other(), sql));
    add(where + ", day", Kind.VALUE, across.table(), across.day());
    add(where + ", from", Kind.VALUE, across.other(), across.from());
    add(where + ", to", Kind.VALUE, across.other(), across.to());
    add(where + ", holds", Kind.PREDICATE, across.other(), across.holds());
  }

  private void view(View view) {
    found.add(
        new Expression(
            "view " + view.name(), Kind.QUERY, view.name(), Map.of(), view.tables(), view.sql()));
  }

  private void indicator(Indicator indicator) {
    String where = "indicator " + indicator.code();
    for (Indicator.Measure measure : indicator.measures()) {
      String place = where + ", " + measure.statistic();
      for (Indicator.Term term : measure.terms()) {
        String relation = indicator.relationOf(term);
        add(place + " where", Kind.PREDICATE, relation, term.where());
        add(place + " numerator", Kind.AMOUNT, relation, term.numerator());
        add(place + " denominator", Kind.AMOUNT, relation, term.denominator());
        add(place + " date", Kind.VALUE, relation, term.date());
      }
      add(place + " key", Kind.AMOUNT, indicator.relation(), measure.key());
    }
    indicator
        .strata()
        .forEach((name, sql) -> add(where + ", by " + name, Kind.VALUE, indicator.relation(), sql));
  }

  private void add(String where, Kind kind, String relation, String sql) {
    if (!sql.isBlank()) {
      found.add(new Expression(where, kind, relation, Map.of(), List.of(), sql));
    }
  }
}

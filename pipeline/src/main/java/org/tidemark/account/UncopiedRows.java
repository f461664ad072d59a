package org.tidemark.account;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.MutableProjection;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.types.DataType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of a dataset that is but projections over rows at hand, as the rows of conformed sources
 * are: cells that a projection hands on stay the objects they are. Spark would copy every cell of
 * every row twice, once on taking the rows over and once in the projection.
 */
final class UncopiedRows {
  private UncopiedRows() {}

  /** The dataset's rows; of other datasets those that Spark gives. */
  static JavaRDD<InternalRow> of(Dataset<Row> rows) {
    Deque<Step> steps = new ArrayDeque<>();
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().optimizedPlan();
    while (plan instanceof Project project) {
      steps.push(Step.of(project));
      plan = project.child();
    }
    if (plan instanceof LogicalRDD at) {
      List<Step> inOrder = List.copyOf(steps);
      return at.rdd().toJavaRDD().mapPartitions(own -> projected(own, inOrder), true);
    }
    return rows.queryExecution().toRdd().toJavaRDD();
  }

  private static Iterator<InternalRow> projected(Iterator<InternalRow> rows, List<Step> steps) {
    List<Projection> projections = steps.stream().map(Projection::of).toList();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public InternalRow next() {
        InternalRow row = rows.next();
        for (Projection projection : projections) {
          row = projection.apply(row);
        }
        return row;
      }
    };
  }

  /**
   * A projection as it travels to the tasks.
   *
   * @param handedOn for each column its place in the input; -1 where it is computed
   * @param types the columns' types
   * @param computed the expressions of the others, in order
   * @param input what the expressions read
   */
  private record Step(
      int[] handedOn, DataType[] types, Seq<Expression> computed, Seq<Attribute> input)
      implements Serializable {
    static Step of(Project project) {
      List<Attribute> input = CollectionConverters.asJava(project.child().output());
      List<NamedExpression> columns = CollectionConverters.asJava(project.projectList());
      int[] handedOn = new int[columns.size()];
      DataType[] types = new DataType[columns.size()];
      List<Expression> computed = new ArrayList<>();
      for (int i = 0; i < handedOn.length; i++) {
        NamedExpression column = columns.get(i);
        Expression value = column instanceof Alias alias ? alias.child() : (Expression) column;
        types[i] = value.dataType();
        handedOn[i] = value instanceof Attribute attribute ? place(attribute, input) : -1;
        if (handedOn[i] < 0) {
          computed.add(value);
        }
      }
      return new Step(
          handedOn,
          types,
          CollectionConverters.asScala(computed).toSeq(),
          project.child().output());
    }

    private static int place(Attribute attribute, List<Attribute> input) {
      for (int i = 0; i < input.size(); i++) {
        if (input.get(i).exprId().equals(attribute.exprId())) {
          return i;
        }
      }
      throw new IllegalStateException("a projection reads a column that its input lacks");
    }
  }

  /** A projection in a task. */
  private record Projection(int[] handedOn, DataType[] types, MutableProjection computed) {
    static Projection of(Step step) {
      MutableProjection computed = MutableProjection.create(step.computed(), step.input());
      computed.initialize(0);
      return new Projection(step.handedOn(), step.types(), computed);
    }

    InternalRow apply(InternalRow row) {
      InternalRow values = computed.apply(row);
      Object[] cells = new Object[handedOn.length];
      int next = 0;
      for (int i = 0; i < cells.length; i++) {
        cells[i] = handedOn[i] < 0 ? values.get(next++, types[i]) : row.get(handedOn[i], types[i]);
      }
      return new GenericInternalRow(cells);
    }
  }
}

package org.tidemark.stats;

import static java.util.Objects.requireNonNull;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure, or the reason there is none. No formula of this package answers with NaN or infinity:
 * what cannot be computed is {@link Insufficient}.
 *
 * @param <T> the figure
 */
public sealed interface Answer<T> {
  /**
   * The figure as computed.
   *
   * @param <T> the figure
   * @param value never null
   */
  record Given<T>(T value) implements Answer<T> {
    /** Refuses null. */
    public Given {
      requireNonNull(value, "figure");
    }
  }

  /**
   * The data do not suffice.
   *
   * @param <T> the figure that is missing
   * @param reason what they lack
   */
  record Insufficient<T>(Shortfall reason) implements Answer<T> {
    /** Refuses null. */
    public Insufficient {
      requireNonNull(reason, "reason");
    }
  }

  /** An answer that holds the figure. */
  static <T> Answer<T> given(T figure) {
    return new Given<>(figure);
  }

  /** An answer that holds the reason why there is no figure. */
  static <T> Answer<T> insufficient(Shortfall reason) {
    return new Insufficient<>(reason);
  }

  /** The figure, or empty. */
  default Optional<T> figure() {
    return this instanceof Given<T> given ? Optional.of(given.value()) : Optional.empty();
  }

  /** The reason why there is no figure, or empty. */
  default Optional<Shortfall> shortfall() {
    return this instanceof Insufficient<T> none ? Optional.of(none.reason()) : Optional.empty();
  }

  /** The figure; for callers that have ruled the shortfall out. */
  default T get() {
    return figure().orElseThrow(() -> new NoSuchElementException(reasonOrEmpty()));
  }

  /** The answer to a further question about the figure; a shortfall is passed on. */
  default <U> Answer<U> then(Function<? super T, Answer<U>> next) {
    return this instanceof Given<T> given
        ? next.apply(given.value())
        : insufficient(shortfall().orElseThrow());
  }

  /** The figure in another form; a shortfall is passed on. */
  default <U> Answer<U> map(Function<? super T, ? extends U> form) {
    return then(figure -> given(form.apply(figure)));
  }

  private String reasonOrEmpty() {
    return shortfall().map(Shortfall::sentence).orElse("");
  }
}

using System.Text.Json.Serialization.Metadata;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane;

/// <summary>What a step of an operation came to: a value, or the answer that ends the operation. Query expressions chain steps; the first refusal is the whole's.</summary>
internal readonly struct Outcome<T>
{
    private readonly T value;
    private readonly Answer? refusal;

    private Outcome(T value, Answer? refusal) => (this.value, this.refusal) = (value, refusal);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Answer refusal) => new(default!, refusal);

    public Outcome<TResult> Select<TResult>(Func<T, TResult> then) => refusal is null ? then(value) : refusal;

    public Outcome<TResult> Then<TResult>(Func<T, Outcome<TResult>> then) => refusal is null ? then(value) : refusal;

    public Outcome<TResult> SelectMany<TNext, TResult>(Func<T, Outcome<TNext>> next, Func<T, TNext, TResult> then)
    {
        if (refusal is not null) return refusal;
        var (first, second) = (value, next(value));
        return second.Select(v => then(first, v));
    }

    /// <summary>What ends the operation; null when there is a value.</summary>
    public Answer? Refusal => refusal;

    /// <summary>The value; <paramref name="other"/> when there is none.</summary>
    public T Else(T other) => refusal is null ? value : other;

    /// <summary>What the value makes, or what the refusal makes.</summary>
    public TResult Match<TResult>(Func<T, TResult> make, Func<Answer, TResult> refused) => refusal is null ? make(value) : refused(refusal);

    /// <summary>The refusal, or the value as a body in JSON.</summary>
    public Answer Answer(int status, JsonTypeInfo<T> type) => refusal ?? Protocol.Answer.Json(status, value, type);

    /// <summary>The refusal, or an answer without a body.</summary>
    public Answer Answer(int status) => refusal ?? Protocol.Answer.Empty(status);

    /// <summary>The refusal, or the answer that the value makes.</summary>
    public Answer Answer(Func<T, Answer> make) => refusal ?? make(value);
}

/// <summary>Makes outcomes.</summary>
internal static class Outcome
{
    /// <summary>The value, unless there is something against it.</summary>
    public static Outcome<T> Unless<T>(this T value, Answer? refusal) => refusal is null ? value : refusal;

    /// <summary>The value, or the answer when there is none.</summary>
    public static Outcome<T> Or<T>(this T? value, Answer refusal)
        where T : class => value is null ? refusal : value;
}

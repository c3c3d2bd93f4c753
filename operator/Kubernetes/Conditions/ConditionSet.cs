using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Conditions;

/// <summary>
/// The conditions of one object: at most one of each type, <c>Ready</c> first and the others by name, so that the same facts are always written
/// the same way. Two sets are equal when they would be written the same; a set that equals what is stored needs no write.
/// </summary>
public sealed partial class ConditionSet : IEquatable<ConditionSet>
{
    /// <summary>The condition that kstatus, <c>kubectl wait</c>, Argo CD and Flux look for.</summary>
    public const string Ready = "Ready";

    /// <summary>The longest message, in UTF-16 code units; a longer one is cut, so that a status stays small.</summary>
    public const int LongestMessage = 2048;

    private readonly ImmutableSortedDictionary<string, V1Condition> conditions;

    private ConditionSet(ImmutableSortedDictionary<string, V1Condition> conditions) => this.conditions = conditions;

    /// <summary>No conditions.</summary>
    public static ConditionSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, V1Condition>(new ReadyFirst()));

    /// <summary>The conditions in their order, for a status.</summary>
    public IReadOnlyList<V1Condition> Items => [.. conditions.Values];

    /// <summary>The conditions that a status holds. Of several with one type the last counts.</summary>
    public static ConditionSet Of(IEnumerable<V1Condition>? stored) =>
        stored is null ? Empty : new(Empty.conditions.SetItems(stored.Select(c => KeyValuePair.Create(c.Type, c))));

    /// <summary>The condition of a type, or null.</summary>
    public V1Condition? Get(string type) => conditions.GetValueOrDefault(type);

    /// <summary>Whether a condition is there and <c>True</c>.</summary>
    public bool IsTrue(string type) => Get(type)?.Status == ConditionStatus.True;

    /// <summary>Whether a condition is there and <c>False</c>.</summary>
    public bool IsFalse(string type) => Get(type)?.Status == ConditionStatus.False;

    /// <summary>States a condition. Its lastTransitionTime moves only if its status differs from what it was; this very set is returned if nothing differs.</summary>
    /// <param name="type">The aspect.</param>
    /// <param name="status">One of <see cref="ConditionStatus"/>.</param>
    /// <param name="reason">A word for programs: letters, digits, <c>_</c>, <c>,</c> and <c>:</c>, beginning with a letter.</param>
    /// <param name="message">A sentence for people.</param>
    /// <param name="observedGeneration">The generation of the object that this speaks of.</param>
    /// <param name="now">The time; kept to the second, as the API server does.</param>
    /// <exception cref="ArgumentException">The status or the reason has a form that API conventions do not allow.</exception>
    public ConditionSet With(string type, string status, string reason, string message, long? observedGeneration, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(message);
        if (status is not (ConditionStatus.True or ConditionStatus.False or ConditionStatus.Unknown)) throw new ArgumentException($"'{status}' is not True, False or Unknown.", nameof(status));
        if (!ReasonForm().IsMatch(reason)) throw new ArgumentException($"'{reason}' is not a word in camel case.", nameof(reason));
        var old = Get(type);
        var stated = new V1Condition
        {
            Type = type,
            Status = status,
            Reason = reason,
            Message = Cut(message),
            LastTransitionTime = old?.Status == status ? old.LastTransitionTime : ToSecond(now),
            ObservedGeneration = observedGeneration,
        };
        return stated == old ? this : new(conditions.SetItem(type, stated));
    }

    /// <summary>Takes a condition out.</summary>
    public ConditionSet Without(string type) => conditions.ContainsKey(type) ? new(conditions.Remove(type)) : this;

    /// <inheritdoc />
    public bool Equals(ConditionSet? other) => other is not null && conditions.Values.SequenceEqual(other.conditions.Values);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ConditionSet);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var condition in conditions.Values) hash.Add(condition);
        return hash.ToHashCode();
    }

    private static string Cut(string message)
    {
        if (message.Length <= LongestMessage) return message;
        var end = LongestMessage - 1;
        if (char.IsHighSurrogate(message[end - 1])) end--;
        return string.Concat(message.AsSpan(0, end), "…");
    }

    private static DateTimeOffset ToSecond(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
    }

    [GeneratedRegex("^[A-Za-z]([A-Za-z0-9_,:]{0,1022}[A-Za-z0-9_])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ReasonForm();

    private sealed class ReadyFirst : IComparer<string>
    {
        public int Compare(string? x, string? y) => (x == Ready, y == Ready) switch
        {
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(x, y),
        };
    }
}

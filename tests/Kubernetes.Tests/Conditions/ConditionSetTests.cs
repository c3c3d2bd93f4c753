using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Tests.Conditions;

public sealed class ConditionSetTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void With_NewType_IsThereSinceNowToTheSecond()
    {
        var set = ConditionSet.Empty.With("Ready", ConditionStatus.True, "Done", "All is well.", 3, Start.AddMilliseconds(1500));

        var expected = new V1Condition
        {
            Type = "Ready",
            Status = "True",
            Reason = "Done",
            Message = "All is well.",
            LastTransitionTime = Start.AddSeconds(1),
            ObservedGeneration = 3,
        };
        Assert.Equal([expected], set.Items);
        Assert.True(set.IsTrue("Ready"));
    }

    [Theory]
    [InlineData("True", "Other", "Same message", 1, 0)]
    [InlineData("True", "Done", "Other message", 1, 0)]
    [InlineData("True", "Done", "Same message", 2, 0)]
    [InlineData("False", "Done", "Same message", 1, 60)]
    [InlineData("Unknown", "Done", "Same message", 1, 60)]
    public void With_SomethingElse_TimeMovesOnlyWithTheStatus(string status, string reason, string message, long generation, int movedBy)
    {
        var before = ConditionSet.Empty.With("Ready", "True", "Done", "Same message", 1, Start);

        var after = before.With("Ready", status, reason, message, generation, Start.AddSeconds(60));

        Assert.NotEqual(before, after);
        Assert.Equal(Start.AddSeconds(movedBy), after.Get("Ready")!.LastTransitionTime);
    }

    [Fact]
    public void With_NothingElse_IsTheSameSet()
    {
        var before = ConditionSet.Empty.With("Ready", "True", "Done", "All is well.", 1, Start);

        Assert.Same(before, before.With("Ready", "True", "Done", "All is well.", 1, Start.AddDays(1)));
    }

    [Fact]
    public void Items_AnyOrder_ReadyFirstThenByName()
    {
        var set = ConditionSet.Of(new[] { "Programmed", "Accepted", "Ready", "ResolvedRefs" }.Select(Stored));

        Assert.Equal(["Ready", "Accepted", "Programmed", "ResolvedRefs"], set.Items.Select(c => c.Type));
    }

    [Fact]
    public void Equals_SameConditionsInOtherOrder_True()
    {
        var set = ConditionSet.Of([Stored("A"), Stored("B")]);
        var other = ConditionSet.Of([Stored("B"), Stored("A")]);

        Assert.Equal(set, other);
        Assert.Equal(set.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(set, other.Without("A"));
    }

    [Fact]
    public void Of_OneTypeTwice_LastCounts() =>
        Assert.True(ConditionSet.Of([Stored("A") with { Status = "False" }, Stored("A")]).IsTrue("A"));

    [Fact]
    public void With_OtherConditions_StayAsTheyAre()
    {
        var before = ConditionSet.Of([Stored("A")]);

        Assert.Equal(Stored("A"), before.With("B", "False", "No", "", null, Start.AddDays(1)).Get("A"));
    }

    [Fact]
    public void With_MessageTooLong_IsCutBetweenCharacters()
    {
        var message = new string('x', ConditionSet.LongestMessage - 2) + "\U0001F600\U0001F600";

        var cut = ConditionSet.Empty.With("A", "True", "Done", message, null, Start).Get("A")!.Message;

        Assert.True(cut.Length <= ConditionSet.LongestMessage);
        Assert.EndsWith("x…", cut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", "Done")]
    [InlineData("True", "")]
    [InlineData("True", "two words")]
    [InlineData("True", "9Lives")]
    public void With_FormNotAllowed_Throws(string status, string reason) =>
        Assert.Throws<ArgumentException>(() => ConditionSet.Empty.With("A", status, reason, "", null, Start));

    private static V1Condition Stored(string type) =>
        new() { Type = type, Status = "True", Reason = "Done", Message = "", LastTransitionTime = Start, ObservedGeneration = 1 };
}

using DirectRoute.Core.Collections;

namespace DirectRoute.Core.RouteTests;

/// <summary>What came of one of a route's tests.</summary>
/// <param name="Name">The test's name.</param>
/// <param name="Differences">What is not as expected; none when the test passes.</param>
public sealed record RouteTestResult(string Name, ValueList<Difference> Differences)
{
    /// <summary>Whether all is as expected.</summary>
    public bool Passed => Differences.Count == 0;
}

/// <summary>Something that is not as a test expects.</summary>
/// <param name="Field">Where the manifest says what is expected: <c>tests[0].expect.backendRequest.body.MessageBody</c>.</param>
/// <param name="Message">What is different, in a sentence.</param>
public sealed record Difference(string Field, string Message)
{
    /// <summary>What is expected, as JSON where it is JSON; null when the message says all.</summary>
    public string? Expected { get; init; }

    /// <summary>What is there instead.</summary>
    public string? Actual { get; init; }

    /// <summary>A value that is another.</summary>
    public static Difference Of(string field, string expected, string actual) => new(field, $"expected {Shown.Of(expected)}, but it is {Shown.Of(actual)}")
    {
        Expected = expected,
        Actual = actual,
    };

    /// <inheritdoc />
    public override string ToString() => $"{Field}: {Message}";
}

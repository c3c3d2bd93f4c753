using System.Globalization;
using DirectRoute.Local.ControlPlane;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.Quotas;

/// <summary>A failure to be made on purpose: <c>OPERATION:KIND:COUNT</c>, such as <c>PutMethod:throttle:3</c>.</summary>
/// <param name="Operation">AWS's name; <c>*</c> for any.</param>
/// <param name="Kind">One of <c>throttle</c> (429), <c>unavailable</c> (503), <c>error</c> (500) and <c>conflict</c> (409).</param>
/// <param name="Count">How many calls fail.</param>
public sealed record Fault(string Operation, string Kind, int Count)
{
    /// <summary>The kinds that there are.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["throttle", "unavailable", "error", "conflict"];

    /// <summary>The names of the operations that can fail: all of the control plane.</summary>
    public static IReadOnlyCollection<string> Operations => ControlPlaneService.OperationNames;

    /// <summary>Reads the text; null when it is not of that form.</summary>
    public static Fault? Parse(string? text) =>
        text?.Split(':') is [{ Length: > 0 } operation, var kind, var count] && Kinds.Contains(kind, StringComparer.Ordinal)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0
            ? new(operation, kind, times) : null;

    /// <summary>What a call is answered.</summary>
    internal Answer Answer => Kind switch
    {
        "throttle" => Throttling.Answer(TimeSpan.FromSeconds(1)),
        "unavailable" => Protocol.Answer.Error(503, "ServiceUnavailableException", "Service Unavailable"),
        "conflict" => Protocol.Answer.Conflict("Unable to complete operation due to concurrent modification. Please try again later."),
        _ => Protocol.Answer.Error(500, "InternalServerErrorException", "Internal server error"),
    };
}

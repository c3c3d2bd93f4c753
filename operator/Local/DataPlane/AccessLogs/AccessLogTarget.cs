namespace DirectRoute.Local.DataPlane.AccessLogs;

/// <summary>What a stage says of its access log.</summary>
/// <param name="Format">Text with variables, such as <c>$context.requestId</c>.</param>
/// <param name="DestinationArn">The ARN of a log group or a delivery stream; empty for none.</param>
internal readonly record struct AccessLogTarget(string Format, string DestinationArn)
{
    /// <summary>The target; null when there is no format.</summary>
    public static AccessLogTarget? Of(string? format, string? destinationArn) =>
        string.IsNullOrWhiteSpace(format) ? null : new AccessLogTarget(format, destinationArn ?? "");
}

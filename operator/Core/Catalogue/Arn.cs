using System.Diagnostics.CodeAnalysis;

namespace DirectRoute.Core.Catalogue;

/// <summary>An Amazon Resource Name in its six parts.</summary>
/// <param name="Region">Empty where the service has none.</param>
/// <param name="Account">Twelve digits, or empty where the service has none.</param>
/// <param name="Resource">All that follows the fifth colon.</param>
public sealed record Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    private const int Parts = 6;

    /// <summary>Reads an ARN; on failure <paramref name="fault"/> says which part is wrong and what it must be.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Arn? arn, [NotNullWhen(false)] out string? fault)
    {
        arn = null;
        var parts = (text ?? "").Split(':', Parts);
        fault = FaultOf(text ?? "", parts);
        if (fault is not null) return false;
        arn = new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
        return true;
    }

    private static string? FaultOf(string text, string[] parts)
    {
        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return "it contains white space";
        if (parts[0] != "arn") return "it does not begin with \"arn:\"";
        if (parts.Length < Parts)
            return $"it has {parts.Length - 1} of the 5 colons of arn:partition:service:region:account:resource";
        if (!Partitions.IsPartition(parts[1])) return $"its partition \"{parts[1]}\" is none of {string.Join(", ", Partitions.Known)}";
        if (parts[2].Length == 0) return "its service is empty";
        if (parts[4].Length > 0 && !IsAccount(parts[4])) return $"its account \"{parts[4]}\" is not twelve digits";
        return parts[5].Length == 0 ? "its resource is empty" : null;
    }

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    /// <inheritdoc />
    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}";
}

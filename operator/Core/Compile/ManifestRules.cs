using System.Text.RegularExpressions;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile;

/// <summary>The rules of the schema once more: an API server that is too old to check them, or a file that never met one, must not get past the compiler.</summary>
internal static partial class ManifestRules
{
    public static bool IsRegion(string text) => text.Length <= 32 && IsWhole(Region(), text);

    public static bool IsRoleArn(string text) => text.Length <= 2048 && IsWhole(RoleArn(), text);

    public static bool IsPolicyArn(string text) => text.Length <= 2048 && IsWhole(PolicyArn(), text);

    public static bool IsIamPath(string text) => text.Length is >= 1 and <= 512 && IsWhole(IamPath(), text);

    public static bool IsRoleName(string text) => text.Length is >= 1 and <= 64 && IsWhole(RoleName(), text);

    /// <summary>IAM and API Gateway take Latin-1 and the usual white space in descriptions and policies.</summary>
    public static bool IsLatin(string text) => IsWhole(Latin(), text);

    /// <summary>A dollar at a pattern's end also matches before a last line feed; no rule means that.</summary>
    private static bool IsWhole(Regex pattern, string text)
    {
        var match = pattern.Match(text);
        return match.Success && match.Length == text.Length;
    }

    [GeneratedRegex(Patterns.Region)]
    private static partial Regex Region();

    [GeneratedRegex(Patterns.RoleArn)]
    private static partial Regex RoleArn();

    [GeneratedRegex(Patterns.PolicyArn)]
    private static partial Regex PolicyArn();

    [GeneratedRegex(Patterns.IamPath)]
    private static partial Regex IamPath();

    [GeneratedRegex("^[A-Za-z0-9_+=,.@-]+$")]
    private static partial Regex RoleName();

    [GeneratedRegex("^[\\x09\\x0A\\x0D\\x20-\\x7E\\xA1-\\xFF]*$")]
    private static partial Regex Latin();
}

using System.Security.Cryptography;
using System.Text;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Policies;

/// <summary>What a policy means, apart from how it is written; <see cref="CanonicalPolicy"/> says what is the same.</summary>
public static class PolicyMeaning
{
    /// <summary>The characters of a role's inline policies in total, white space not counted.</summary>
    public const int MaxLength = 10_240;

    private const int HashLength = 16;

    /// <summary>A short name for what a policy means, 16 hex digits: equal for equivalent policies.</summary>
    public static string Hash(PolicyModel policy) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PolicyDocument.Write(CanonicalPolicy.Of(policy)))))[..HashLength];

    /// <summary>Whether two policies allow and forbid the same: however they are written.</summary>
    public static bool AreEquivalent(PolicyModel left, PolicyModel right) => CanonicalPolicy.Of(left) == CanonicalPolicy.Of(right);
}

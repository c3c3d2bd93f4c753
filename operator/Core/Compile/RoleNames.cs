using System.Security.Cryptography;
using System.Text;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>The names of the roles that the operator makes.</summary>
public static class RoleNames
{
    public const string DefaultPrefix = "directroute-";
    private const int MaxLength = 64;
    private const int HashLength = 8;

    /// <summary>
    /// Prefix, namespace, name, and always a short hash of the whole owner: IAM's names are unique in an account without regard to case, and two clusters,
    /// or an API and a role of one name, or <c>a-b/c</c> and <c>a/b-c</c>, must not meet.
    /// </summary>
    public static string Default(string? prefix, Owner owner)
    {
        var readable = $"{prefix ?? DefaultPrefix}{owner.Namespace}-{owner.Name}";
        var room = MaxLength - HashLength - 1;
        return $"{(readable.Length > room ? readable[..room] : readable)}-{Hash(owner)}";
    }

    private static string Hash(Owner owner) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner.ToString())))[..HashLength];
}

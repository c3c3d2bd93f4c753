using System.Security.Cryptography;

namespace DirectRoute.Local.State;

/// <summary>Ids in the form of AWS's own.</summary>
internal static class Ids
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int ApiLength = 10;
    private const int PartLength = 6;

    /// <summary>An API's: ten letters and digits.</summary>
    public static string Api() => RandomNumberGenerator.GetString(Alphabet, ApiLength);

    /// <summary>Of what is inside an API: six letters and digits.</summary>
    public static string Part() => RandomNumberGenerator.GetString(Alphabet, PartLength);
}

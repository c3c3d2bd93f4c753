namespace DirectRoute.Local.State;

/// <summary>What goes with an access key.</summary>
/// <param name="Value">The secret access key.</param>
/// <param name="SessionToken">Of temporary credentials; null for others.</param>
/// <param name="Expiration">When the credentials end.</param>
internal sealed record SecretKey(string Value, string? SessionToken, DateTimeOffset Expiration)
{
    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"until {Expiration:O}";
}

namespace DirectRoute.EndToEnd.Harness;

/// <summary>What plays AWS.</summary>
public enum AwsSide
{
    /// <summary>The local gateway as API Gateway, with AWS's quotas, and moto behind it as everything else.</summary>
    LocalGateway,

    /// <summary>moto alone: an API Gateway that somebody else wrote.</summary>
    Moto,
}

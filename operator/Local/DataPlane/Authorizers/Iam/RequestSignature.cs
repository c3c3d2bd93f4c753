using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane.Authorizers.Iam;

/// <summary>A Signature Version 4 as a request has it.</summary>
internal sealed record RequestSignature
{
    /// <summary>Who signed.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The scope's date: <c>20150830</c>.</summary>
    public required string Date { get; init; }
    public required string Region { get; init; }
    public required string Service { get; init; }

    /// <summary>The scope's end.</summary>
    public required string Terminator { get; init; }

    /// <summary>The names of the headers that it is over, in lower case and in order.</summary>
    public required ValueList<string> SignedHeaders { get; init; }

    /// <summary>The signature itself.</summary>
    public required string Value { get; init; }

    /// <summary>When the request was signed.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How long it is good for.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Of temporary credentials; null for others.</summary>
    public string? SessionToken { get; init; }

    /// <summary>The scope, such as <c>20150830/us-east-1/execute-api/aws4_request</c>.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";
}

/// <summary>A signature, or why there is none.</summary>
internal readonly record struct SignatureResult
{
    private SignatureResult(RequestSignature? signature, GatewayFault? fault) => (Signature, Fault) = (signature, fault);

    /// <summary>Null when there is none.</summary>
    public RequestSignature? Signature { get; }

    /// <summary>Why there is none; null when there is one.</summary>
    public GatewayFault? Fault { get; }

    public static implicit operator SignatureResult(RequestSignature signature) => new(signature, null);

    public static implicit operator SignatureResult(GatewayFault fault) => new(null, fault);
}

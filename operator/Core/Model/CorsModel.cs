using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Model;

/// <summary>How browsers of other origins may call an HTTP API.</summary>
public sealed record CorsModel
{
    /// <summary>Origins, or <c>*</c>, in ordinal order.</summary>
    public ValueList<string> AllowOrigins { get; init; }

    /// <summary>Methods, or <c>*</c>, in ordinal order.</summary>
    public ValueList<string> AllowMethods { get; init; }

    /// <summary>Headers, or <c>*</c>, in ordinal order.</summary>
    public ValueList<string> AllowHeaders { get; init; }

    /// <summary>The headers of answers that scripts may read, in ordinal order.</summary>
    public ValueList<string> ExposeHeaders { get; init; }

    /// <summary>How long a browser may remember, in seconds: -1 to 86400; null when nothing is said.</summary>
    public int? MaxAge { get; init; }

    /// <summary>Whether cookies and the like are allowed; not with origin <c>*</c>.</summary>
    public bool AllowCredentials { get; init; }
}

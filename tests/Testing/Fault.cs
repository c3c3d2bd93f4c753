using System.Net;

namespace DirectRoute.Testing;

/// <summary>What a <see cref="FaultProxy"/> does to a request instead of passing it on.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Answers itself; the request does not reach the other side.</summary>
    /// <param name="Status">The status code.</param>
    /// <param name="Body">The body.</param>
    /// <param name="RetryAfter">The header <c>Retry-After</c>, in whole seconds; none when null.</param>
    /// <param name="ContentType">The header <c>Content-Type</c>.</param>
    public sealed record Answer(
        HttpStatusCode Status, string Body = "", TimeSpan? RetryAfter = null, string ContentType = "application/json") : Fault;

    /// <summary>Takes the request, does not pass it on, and never answers.</summary>
    public sealed record Hang : Fault;

    /// <summary>Passes the request on, and never answers: it took effect, and nobody heard of it.</summary>
    public sealed record LoseAnswer : Fault;

    /// <summary>Passes the request on, and breaks the connection in the middle of the answer.</summary>
    /// <param name="Bytes">At most so many bytes of the answer's body arrive.</param>
    public sealed record CutAfter(long Bytes) : Fault;
}

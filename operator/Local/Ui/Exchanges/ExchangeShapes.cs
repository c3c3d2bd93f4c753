using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Ui.Exchanges;

/// <summary>How a stream begins.</summary>
/// <param name="Log">Whose requests follow: those of another log have nothing to do with them.</param>
internal sealed record StreamStart(string Log);

/// <summary>A request in the list.</summary>
internal sealed record ExchangeSummary
{
    public required long Sequence { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string RequestId { get; init; }
    public required string ApiId { get; init; }
    public string? ApiName { get; init; }
    public string? Protocol { get; init; }
    public required string Stage { get; init; }
    public string? RouteKey { get; init; }
    public required string Method { get; init; }

    /// <summary>Below the stage.</summary>
    public required string Path { get; init; }
    public required int Status { get; init; }

    /// <summary>Where API Gateway answered by itself; null when the backend's answer was mapped.</summary>
    public Step? StoppedAt { get; init; }
    public required double Milliseconds { get; init; }
    public required double BackendMilliseconds { get; init; }
}

/// <summary>A step of a request's way.</summary>
internal enum Step
{
    Gates,
    RequestMapping,
    Role,
    Backend,
    ResponseMapping,
}

/// <summary>All that is kept of a request, step by step; a step that it did not reach is null.</summary>
internal sealed record ExchangeDetail
{
    public required ExchangeSummary Summary { get; init; }
    public FaultView? Fault { get; init; }
    public required RequestView Request { get; init; }
    public MappingView? RequestMapping { get; init; }
    public BackendRequestView? BackendRequest { get; init; }
    public RoleView? Role { get; init; }
    public MessageView? BackendResponse { get; init; }
    public MappingView? ResponseMapping { get; init; }
    public required MessageView Response { get; init; }
}

/// <summary>Why API Gateway answered by itself.</summary>
internal sealed record FaultView(string ResponseType, string ErrorType, string Message, string Detail);

/// <summary>What the integration's role says of the call.</summary>
internal sealed record RoleView(string Role, string Reason, bool IsAllowed);

/// <summary>A name with a value.</summary>
/// <param name="IsSecret">Whether it is shown only when somebody asks for it; null for not.</param>
internal sealed record NamedValueView(string Name, string Value, bool? IsSecret);

/// <summary>A body, or its beginning.</summary>
/// <param name="Text">Null when it is bytes.</param>
/// <param name="Base64">Null when it is text.</param>
/// <param name="Length">Of the whole, in bytes.</param>
/// <param name="IsCut">Whether only the beginning is there; null for not.</param>
internal sealed record BodyView(string? Text, string? Base64, int Length, bool? IsCut);

/// <summary>What came in.</summary>
internal sealed record RequestView
{
    public required string Method { get; init; }
    public required string Path { get; init; }
    public required IReadOnlyList<NamedValueView> PathParameters { get; init; }
    public required IReadOnlyList<NamedValueView> Query { get; init; }
    public required IReadOnlyList<NamedValueView> Headers { get; init; }
    public required IReadOnlyList<NamedValueView> StageVariables { get; init; }
    public required IReadOnlyList<NamedValueView> Context { get; init; }

    /// <summary>Null when it was not read: the request did not pass the gates.</summary>
    public BodyView? Body { get; init; }
}

/// <summary>How one message becomes another.</summary>
internal sealed record MappingView
{
    /// <summary>Request: the integration's type.</summary>
    public string? IntegrationType { get; init; }

    /// <summary>Request: what happens to bodies without a template.</summary>
    public string? PassthroughBehavior { get; init; }

    /// <summary>Response: the status of the integration response that was chosen.</summary>
    public string? StatusCode { get; init; }

    /// <summary>Response: the pattern by which it was chosen; null for the default.</summary>
    public string? SelectionPattern { get; init; }

    /// <summary>Targets with their sources.</summary>
    public IReadOnlyList<NamedValueView> Parameters { get; init; } = [];
    public UsedTemplate? Template { get; init; }
}

/// <summary>What the backend is asked.</summary>
internal sealed record BackendRequestView
{
    /// <summary>Whether the integration stands for the backend; null for not.</summary>
    public bool? IsMock { get; init; }
    public string? Uri { get; init; }

    /// <summary>HTTP: the first-class service.</summary>
    public string? Subtype { get; init; }
    public IReadOnlyList<NamedValueView> Parameters { get; init; } = [];
    public required string Method { get; init; }

    /// <summary>The role by whose rights the call is made.</summary>
    public string? Role { get; init; }
    public required IReadOnlyList<NamedValueView> Query { get; init; }
    public required IReadOnlyList<NamedValueView> Headers { get; init; }
    public required BodyView Body { get; init; }
}

/// <summary>An answer.</summary>
internal sealed record MessageView(int Status, IReadOnlyList<NamedValueView> Headers, BodyView Body);

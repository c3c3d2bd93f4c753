using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane;

/// <summary>An operation of a service's model.</summary>
/// <param name="Name">AWS's name, such as <c>CreateRestApi</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Handle">What it does, while the region's lock is held.</param>
internal sealed record Operation(string Name, string Method, PathTemplate Path, Func<OperationCall, Answer> Handle)
{
    public Operation(string name, string method, string path, Func<OperationCall, Answer> handle)
        : this(name, method, new PathTemplate(path), handle)
    {
    }
}

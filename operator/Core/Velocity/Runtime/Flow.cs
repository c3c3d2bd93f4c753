namespace DirectRoute.Core.Velocity.Runtime;

/// <summary>How the rendering goes on after a statement.</summary>
internal enum Flow
{
    Next,

    /// <summary>The nearest loop or macro ends.</summary>
    Break,

    /// <summary>All of it ends, and what was printed counts.</summary>
    Stop,

    /// <summary>All of it ends with an error.</summary>
    Failed,
}

namespace DirectRoute.Local.Lambda;

/// <summary>Is told what functions that run on this machine write to their logs.</summary>
public interface IFunctionLog
{
    /// <summary>A line of a function's log. It is called on any thread, also on several at once: it must neither wait nor throw.</summary>
    /// <param name="function">The function's name, with its version or alias.</param>
    /// <param name="line">Without its end.</param>
    void Wrote(string function, string line);
}

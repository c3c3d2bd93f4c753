namespace DirectRoute.Local.DataPlane.AccessLogs;

/// <summary>Takes the access logs of stages.</summary>
public interface IAccessLogSink
{
    /// <summary>Takes a line. It is called on the thread of a request, before the client has the answer: it must neither wait nor throw.</summary>
    /// <param name="destinationArn">The log group or delivery stream that the stage names; empty when it names none.</param>
    /// <param name="line">The line in the stage's format, without a line break.</param>
    void Write(string destinationArn, string line);
}

package night

import "context"

// Close ends everything that the night has open, after a last backup if it
// changed. No file is left beside the night unless another process has it
// open. An error says that the backup failed; the night is closed all the
// same.
func (n *Night) Close() error {
	n.watching.end()
	n.backups.end()
	var err error
	if n.backupDue() {
		err = n.Backup(context.Background())
	}
	n.looking.Lock()
	n.close()
	n.looking.Unlock()
	n.work.Wait()
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.info == nil {
		return nil
	}
	n.abandon()
	n.info = nil
	return err
}
